package io.github.dnscli.common.check;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A DKIM key, read by the grammar of RFC 6376 §3.6.1. Tags and kinds of keys it does not know are for others.
final class MailKey {

    private static final int SHORTEST_RSA = 1024;
    private static final int ED25519_OCTETS = 32;

    private final Problems problems = new Problems();

    private MailKey() {}

    /// {@return what is wrong with a key record}
    static List<String> problems(String record) {
        var reading = new MailKey();
        switch (TagList.read(record)) {
            case TagList.Invalid(var problem) -> reading.problems.add(problem);
            case TagList.Valid list -> reading.judge(list);
        }
        return reading.problems.toList();
    }

    private void judge(TagList.Valid list) {
        var version = list.tags().get("v");
        if (version != null) {
            if (!version.equals("DKIM1")) {
                problems.add("tag 'v' is " + Quote.of(version) + ", not 'DKIM1'");
            } else if (!list.tags().firstEntry().getKey().equals("v")) {
                problems.add("tag 'v' does not stand first");
            }
        }
        list.tags().forEach(this::judge);
        var key = list.tags().get("p");
        if (key == null) {
            problems.add("the record has no tag 'p', which holds the key");
        } else if (!key.isEmpty()) { // an empty one says that the key is revoked
            judgeKey(list.value("k", "rsa").toLowerCase(Locale.ROOT), key);
        }
    }

    private void judge(String tag, String value) {
        switch (tag) {
            case "h", "k", "s", "t" -> requireWords(tag, value);
            default -> {}
        }
    }

    /// Words of letters, digits and hyphens between colons; an asterisk where all services are meant.
    private void requireWords(String tag, String value) {
        for (String part : value.split(":", -1)) {
            String word = Letters.BLANK.strip(part);
            boolean fits =
                    word.equals("*") && tag.equals("s")
                            || !word.isEmpty() && Letters.HOST.fill(word);
            if (!fits) {
                problems.add("tag '" + tag + "' has " + Quote.of(word) + ", which is not a word");
            }
        }
    }

    private void judgeKey(String kind, String text) {
        var key = decode(text);
        if (key.isEmpty()) {
            problems.add("tag 'p' is not base64");
        } else if (kind.equals("ed25519") && key.get().length != ED25519_OCTETS) {
            problems.add(
                    "the Ed25519 key has "
                            + key.get().length
                            + " octets, where "
                            + ED25519_OCTETS
                            + " are due");
        } else if (kind.equals("rsa")) {
            judgeRsa(key.get());
        }
    }

    private void judgeRsa(byte[] der) {
        int bits = RsaKey.bits(der);
        if (bits == 0) {
            problems.add("tag 'p' is base64, and no RSA key");
        } else if (bits < SHORTEST_RSA) {
            // RFC 8301 §3.2
            problems.add(
                    "the RSA key of "
                            + bits
                            + " bits is shorter than the "
                            + SHORTEST_RSA
                            + " that receivers want");
        }
    }

    private static Optional<byte[]> decode(String text) {
        var letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Letters.BLANK.has(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        try {
            return Optional.of(Base64.getDecoder().decode(letters.toString()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
