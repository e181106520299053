package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.ParsedCertificateKey;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.ocertify.OcertifyOptions.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The files of a private key and a signing request. A key is never overwritten, and a request only by a better one.
final class CredentialFiles {

    private final World world;
    private final OcertifyOptions options;
    private final FileNames files;

    CredentialFiles(World world, OcertifyOptions options) {
        this.world = world;
        this.options = options;
        this.files = options.files();
    }

    /// {@return what there is}; nothing is written
    ///
    /// @throws IOException if a file cannot be read
    StoredCredentials read() throws IOException {
        if (options.keyElsewhere()) {
            return requestAlone();
        }
        var keyText = SmallFile.readIfThere(world.file(files.key()));
        var requestText = SmallFile.readIfThere(world.file(files.request()));
        if (keyText.isPresent()) {
            return switch (CertificateKey.parse(keyText.get())) {
                case ParsedCertificateKey.Valid(var key) -> withKey(key, requestText.orElse(""));
                case ParsedCertificateKey.Invalid(var problem) ->
                        new StoredCredentials.Unusable(
                                "'%s': %s".formatted(files.key(), problem),
                                "a key is never overwritten: name another file with '--key', or move this one away");
            };
        }
        return withoutKey(requestText.orElse(""));
    }

    private StoredCredentials requestAlone() throws IOException {
        var text = SmallFile.readIfThere(world.file(files.request()));
        if (text.isEmpty()) {
            return fromElsewhere("no such file");
        }
        return switch (CertificateRequest.parse(text.get())) {
            case DecodedRequest.Invalid(_, var problem) -> fromElsewhere(problem);
            case DecodedRequest.Valid(var request) when !isForAll(request) ->
                    new StoredCredentials.Unusable(
                            "'%s' is for %s, and not for %s"
                                    .formatted(
                                            files.request(),
                                            quoted(request.names()),
                                            quoted(options.names())),
                            "without its key it cannot be made anew: name just its hosts, or have another made where the key is");
            case DecodedRequest.Valid(var request) ->
                    new StoredCredentials.Ready(Credentials.without(request), List.of());
        };
    }

    private StoredCredentials fromElsewhere(String problem) {
        return new StoredCredentials.Unusable(
                "'%s': %s".formatted(files.request(), problem),
                "with '--no-key' the request comes from where its key is; name its file with '--csr'");
    }

    private boolean isForAll(CertificateRequest request) {
        return Set.copyOf(request.names()).equals(Set.copyOf(options.names()));
    }

    private StoredCredentials withKey(CertificateKey key, String requestText) {
        return wished().<StoredCredentials>map(
                        wished ->
                                switch (wished) {
                                    case ParsedCertificateKey.Invalid(var problem) ->
                                            badData(problem);
                                    case ParsedCertificateKey.Valid(var other) ->
                                            other.publicKey().equals(key.publicKey())
                                                    ? withRequest(key, true, requestText)
                                                    : otherKey();
                                })
                .orElseGet(() -> withRequest(key, true, requestText));
    }

    private StoredCredentials withoutKey(String requestText) {
        return wished().<StoredCredentials>map(
                        wished ->
                                switch (wished) {
                                    case ParsedCertificateKey.Invalid(var problem) ->
                                            badData(problem);
                                    case ParsedCertificateKey.Valid(var key) ->
                                            withRequest(key, false, requestText);
                                })
                .orElseGet(
                        () -> requestText.isEmpty() ? new StoredCredentials.Missing() : lostKey());
    }

    /// {@return the key of `--data`, if given}
    private Optional<ParsedCertificateKey> wished() {
        return options.keyWish()
                .scalar()
                .map(
                        base64 -> {
                            try {
                                byte[] scalar = Base64.getDecoder().decode(base64);
                                return CertificateKey.ofScalar(options.keyWish().kind(), scalar);
                            } catch (IllegalArgumentException _) {
                                return new ParsedCertificateKey.Invalid("it is not base64");
                            }
                        });
    }

    private static StoredCredentials.Unusable badData(String problem) {
        return new StoredCredentials.Unusable(
                "no key can be made of '--data': " + problem,
                "'--data' is the private scalar in base64, and '--type' says of what kind of key");
    }

    private StoredCredentials.Unusable otherKey() {
        return new StoredCredentials.Unusable(
                "'%s' holds another key than '--data'".formatted(files.key()),
                "a key is never overwritten: leave '--data' out, or name another file with '--key'");
    }

    private StoredCredentials.Unusable lostKey() {
        return new StoredCredentials.Unusable(
                "'%s' is a request for a key that is lost: there is no '%s'"
                        .formatted(files.request(), files.key()),
                "name the file of its key with '--key', or remove the request to start with a new key");
    }

    private StoredCredentials withRequest(CertificateKey key, boolean keyStored, String text) {
        if (text.isEmpty()) {
            return ready(key, keyStored, List.of());
        }
        return switch (CertificateRequest.parse(text)) {
            case DecodedRequest.Invalid(_, var problem) ->
                    new StoredCredentials.Unusable(
                            "'%s': %s".formatted(files.request(), problem),
                            "remove it to have a request made, or name another file with '--csr'");
            case DecodedRequest.Valid(var request) -> judged(key, keyStored, request);
        };
    }

    private StoredCredentials judged(
            CertificateKey key, boolean keyStored, CertificateRequest request) {
        if (!request.publicKey().equals(key.publicKey())) {
            return ready(
                    key,
                    keyStored,
                    List.of(
                            "'%s' is for another key than that of '%s', and is made anew"
                                    .formatted(files.request(), files.key())));
        }
        if (!isForAll(request)) {
            return ready(
                    key,
                    keyStored,
                    List.of(
                            "'%s' is for %s, and is made anew for %s"
                                    .formatted(
                                            files.request(),
                                            quoted(request.names()),
                                            quoted(options.names()))));
        }
        return new StoredCredentials.Ready(
                new Credentials(Optional.of(key), keyStored, request, true),
                remarks(key, keyStored));
    }

    private static String quoted(List<DomainName> names) {
        return names.stream()
                .map(DomainName::display)
                .collect(Collectors.joining("', '", "'", "'"));
    }

    private StoredCredentials.Ready ready(
            CertificateKey key, boolean keyStored, List<String> remarks) {
        var all = new ArrayList<>(remarks);
        all.addAll(remarks(key, keyStored));
        return new StoredCredentials.Ready(credentials(key, keyStored), all);
    }

    private Credentials credentials(CertificateKey key, boolean keyStored) {
        return new Credentials(
                Optional.of(key),
                keyStored,
                CertificateRequest.create(key, options.names()),
                false);
    }

    private List<String> remarks(CertificateKey key, boolean keyStored) {
        return options.keyWish()
                .type()
                .filter(type -> keyStored && type != key.type())
                .map(
                        type ->
                                "'%s' holds a key of type '%s': '--type %s' counts for a new key only"
                                        .formatted(files.key(), key.type(), type))
                .map(List::of)
                .orElse(List.of());
    }

    /// {@return a new key and a request for it}; nothing is written
    Credentials create() {
        var wish = options.keyWish();
        var key = CertificateKey.generate(wish.kind(), wish.rsaBits(), new SecureRandom());
        return credentials(key, false);
    }

    /// Writes what is not in its file yet, the key first: a request whose key is lost is worth nothing.
    ///
    /// @return the same, in their files
    /// @throws IOException if it cannot be written
    Credentials store(Credentials credentials) throws IOException {
        if (!credentials.keyStored()) {
            storeKey(credentials.key().orElseThrow());
        }
        if (!credentials.requestStored()) {
            write(files.request(), credentials.request().pem(), SafeFile.Access.PUBLIC);
        }
        return new Credentials(credentials.key(), true, credentials.request(), true);
    }

    private void storeKey(CertificateKey key) throws IOException {
        Path file = world.file(files.key());
        if (Files.exists(file)) {
            throw new IOException(
                    "'%s' has come into being meanwhile; a key is never overwritten"
                            .formatted(files.key()));
        }
        write(files.key(), key.pem(), SafeFile.Access.SECRET);
    }

    private void write(String file, String text, SafeFile.Access access) throws IOException {
        SafeFile.writeIfChanged(world.file(file), text.getBytes(StandardCharsets.US_ASCII), access);
    }
}
