package io.github.dnscli.osh.look;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Token;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What the words behind `dig` mean: which is the server, which the name and which the type.
sealed interface DigWords {

    /// They ask something.
    ///
    /// @param name of which name
    /// @param type of which type
    /// @param server whom, if they say so
    record Question(DomainName name, RecordType type, Optional<String> server)
            implements DigWords {}

    /// They do not.
    ///
    /// @param problem why, for people
    record Senseless(String problem) implements DigWords {}

    /// {@return what words mean}
    ///
    /// @param words the words
    /// @param address the address whose name is asked for, if one is
    /// @param zone the zone that names of a single label are in
    static DigWords of(List<String> words, Optional<String> address, Optional<DomainName> zone) {
        var servers = words.stream().filter(word -> word.startsWith("@") && word.length() > 1);
        var server = servers.toList();
        var rest = words.stream().filter(word -> !server.contains(word)).toList();
        if (server.size() > 1) {
            return new Senseless(
                    "'%s' and '%s' cannot both be asked".formatted(server.get(0), server.get(1)));
        }
        var asked = server.stream().findFirst();
        return address.map(text -> reverse(text, rest, asked))
                .orElseGet(() -> forward(rest, asked, zone));
    }

    private static DigWords reverse(String text, List<String> rest, Optional<String> server) {
        if (!rest.isEmpty()) {
            return new Senseless("'%s' makes no sense beside '-x'".formatted(rest.getFirst()));
        }
        var type = text.indexOf(':') < 0 ? RecordType.A : RecordType.AAAA;
        return switch (RecordData.parse(type, Token.split(text), DomainName.ROOT)) {
            case ParsedData.Valid(var data) ->
                    new Question(reverse(data.wire()), RecordType.PTR, server);
            case ParsedData.Invalid _ -> new Senseless("'%s' is not an address".formatted(text));
        };
    }

    /// The octets of an IPv4 address, and the hexadecimal digits of an IPv6 address, from the last to the first
    /// (RFC 1035 §3.5, RFC 3596 §2.5).
    private static DomainName reverse(byte[] octets) {
        var labels = new StringBuilder();
        for (int i = octets.length - 1; i >= 0; i--) {
            if (octets.length == 4) {
                labels.append(octets[i] & 0xff).append('.');
            } else {
                String digits = HexFormat.of().toHexDigits(octets[i]);
                labels.append(digits.charAt(1)).append('.').append(digits.charAt(0)).append('.');
            }
        }
        return DomainName.of(labels + (octets.length == 4 ? "in-addr.arpa." : "ip6.arpa."));
    }

    private static DigWords forward(
            List<String> words, Optional<String> server, Optional<DomainName> zone) {
        return switch (words.size()) {
            case 0 -> new Senseless("missing NAME");
            case 1 -> question(words.getFirst(), RecordType.A, server, zone);
            case 2 -> pair(words.get(0), words.get(1), server, zone);
            default -> new Senseless("unexpected argument '%s'".formatted(words.getLast()));
        };
    }

    private static DigWords pair(
            String first, String second, Optional<String> server, Optional<DomainName> zone) {
        var behind = RecordType.parse(second);
        var before = RecordType.parse(first);
        if (behind.isPresent()) {
            return question(first, behind.get(), server, zone);
        }
        return before.map(type -> question(second, type, server, zone))
                .orElseGet(() -> new Senseless("'%s' is not a record type".formatted(second)));
    }

    private static DigWords question(
            String word, RecordType type, Optional<String> server, Optional<DomainName> zone) {
        if (type.isMeta() && !type.equals(RecordType.ANY)) {
            return new Senseless(
                    "'%s' is no type of record to ask for; 'zone show' transfers a zone"
                            .formatted(type));
        }
        var origin = word.indexOf('.') < 0 ? zone.orElse(DomainName.ROOT) : DomainName.ROOT;
        return switch (DomainName.parse(word, origin)) {
            case ParsedName.Valid(var name) -> new Question(name, type, server);
            case ParsedName.Invalid(var problem, _) ->
                    new Senseless("'%s' is no domain name: %s".formatted(word, problem));
        };
    }
}
