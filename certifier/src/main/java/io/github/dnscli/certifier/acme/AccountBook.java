package io.github.dnscli.certifier.acme;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.ParsedCertificateKey;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is kept of the account with one authority: its key, a key that is about to take its place, and where it is. There
/// may be several authorities in one state.
final class AccountBook {

    /// Where the account is.
    ///
    /// @param url what the authority calls it by
    /// @param key the public key it had then
    /// @param contacts those that the authority has been told
    record Entry(URL url, String key, List<String> contacts) {}

    private final StateStore state;
    private final String start;

    AccountBook(StateStore state, URI directory) {
        this.state = state;
        this.start = "acme/" + digest(directory);
    }

    private static String digest(URI directory) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] octets = directory.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(octets), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private String keyName() {
        return start + ".key";
    }

    private String nextKeyName() {
        return start + ".next-key";
    }

    private String entryName() {
        return start + ".account";
    }

    Optional<CertificateKey> key() throws IOException {
        return key(keyName());
    }

    /// {@return the key that the account has, if its last change came to its end unseen}
    Optional<CertificateKey> nextKey() throws IOException {
        return key(nextKeyName());
    }

    private Optional<CertificateKey> key(String name) throws IOException {
        var text = state.read(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (CertificateKey.parse(text.get())) {
            case ParsedCertificateKey.Valid(var key) -> Optional.of(key);
            case ParsedCertificateKey.Invalid(var problem) ->
                    throw new IOException(
                            "the account key '%s' in the state is damaged: %s; restore it, or remove it to have another account opened"
                                    .formatted(name, problem));
        };
    }

    void keepKey(CertificateKey key) throws IOException {
        state.write(keyName(), key.pem());
    }

    void keepNextKey(CertificateKey key) throws IOException {
        state.write(nextKeyName(), key.pem());
    }

    void forgetNextKey() throws IOException {
        state.remove(nextKeyName());
    }

    /// {@return where the account of a key is; empty if that is not known}
    Optional<Entry> entry(CertificateKey key) throws IOException {
        return state.read(entryName())
                .flatMap(AccountBook::parse)
                .filter(entry -> entry.key().equals(id(key)));
    }

    /// A text that makes no sense is as good as none: the authority tells again where the account is.
    private static Optional<Entry> parse(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 2) {
            return Optional.empty();
        }
        try {
            var url = URI.create(lines.getFirst()).toURL();
            return Optional.of(new Entry(url, lines.get(1), lines.subList(2, lines.size())));
        } catch (IllegalArgumentException | MalformedURLException _) {
            return Optional.empty();
        }
    }

    void keepEntry(URL url, CertificateKey key, List<String> contacts) throws IOException {
        var lines = Stream.concat(Stream.of(url.toString(), id(key)), contacts.stream()).toList();
        state.write(entryName(), String.join("\n", lines) + "\n");
    }

    void forgetEntry() throws IOException {
        state.remove(entryName());
    }

    private static String id(CertificateKey key) {
        return HexFormat.of().formatHex(key.publicKey().sha256());
    }
}
