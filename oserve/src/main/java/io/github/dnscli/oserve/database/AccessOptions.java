package io.github.dnscli.oserve.database;

import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.cli.World;
import io.github.dnscli.gitstore.repository.HttpCredentials;
import io.github.dnscli.gitstore.repository.RemoteAccess;
import io.github.dnscli.gitstore.repository.SshKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// How the user wants to get at a git repository.
final class AccessOptions {

    private static final String SSH_KEY = "--ssh-key";
    private static final String KNOWN_HOSTS = "--ssh-known-hosts";
    private static final String AUTHENTICATOR = "--authenticator";
    private static final String CA = "--remote-ca";
    private static final String CREDENTIALS = "--remote-credentials";
    private static final String TIMEOUT = "--remote-timeout";

    static final List<String> NAMES =
            List.of(SSH_KEY, KNOWN_HOSTS, AUTHENTICATOR, CA, CREDENTIALS, TIMEOUT);

    /// A fingerprint as OpenSSH prints it; the original pads it.
    private static final Pattern FINGERPRINT = Pattern.compile("(SHA256:[A-Za-z0-9+/]{43})=?");

    private AccessOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.text(SSH_KEY, "FILE|ed25519:BASE64")
                        .description(
                                "The private key for ssh: a file without passphrase, or an Ed25519 key as the original takes"
                                        + " it (default: the user's own keys and agent).")
                        .build());
        spec.addOption(
                Options.file(KNOWN_HOSTS)
                        .description(
                                "Look the ssh server's host key up in this file (default: the user's known_hosts).")
                        .build());
        spec.addOption(
                Options.repeated(
                                AUTHENTICATOR,
                                "SHA256:FINGERPRINT",
                                String.class,
                                AccessOptions::fingerprint)
                        .names(AUTHENTICATOR, "--ssh-authenticator")
                        .description(
                                "The ssh server's host key must have this fingerprint, whatever known_hosts says.")
                        .build());
        addHttpsTo(spec);
        spec.addOption(
                DurationOption.option(TIMEOUT)
                        .description("How long the repository may be silent (default: 30s).")
                        .build());
    }

    private static void addHttpsTo(CommandSpec spec) {
        spec.addOption(
                Options.file(CA)
                        .description(
                                "Certificates (PEM) of authorities to trust with an https URL, besides the machine's own.")
                        .build());
        spec.addOption(
                Options.file(CREDENTIALS)
                        .description(
                                "A file with USER:PASSWORD, or USER:TOKEN, for an https URL (default: what the URL or"
                                        + " ~/.netrc says).")
                        .build());
    }

    private static String fingerprint(String text) {
        var match = FINGERPRINT.matcher(text);
        if (!match.matches()) {
            throw new TypeConversionException(
                    "'SHA256:' and 43 characters of base64 would be; 'ssh-keygen -lf' shows it");
        }
        return match.group(1);
    }

    static RemoteAccess of(ParseResult parsed, World world) throws IOException {
        return new RemoteAccess(
                sshKey(parsed, world),
                file(parsed, KNOWN_HOSTS, world),
                parsed.matchedOptionValue(AUTHENTICATOR, List.of()),
                Optional.of(new HttpsAuthorities(world.environment(), file(parsed, CA, world))),
                credentials(parsed, world),
                timeout(parsed));
    }

    private static Duration timeout(ParseResult parsed) {
        Duration timeout = parsed.matchedOptionValue(TIMEOUT, RemoteAccess.DEFAULT.timeout());
        if (timeout.isZero()) {
            throw RemoteOptions.wrong(parsed, "'--remote-timeout' must be longer than nothing");
        }
        return timeout;
    }

    private static Optional<String> value(ParseResult parsed, String name) {
        return Optional.ofNullable(parsed.<String>matchedOptionValue(name, null));
    }

    private static Optional<Path> file(ParseResult parsed, String name, World world) {
        return value(parsed, name).map(world::file);
    }

    /// The text may be the secret, so no converter reads it: those say what they cannot read.
    private static Optional<SshKey> sshKey(ParseResult parsed, World world) {
        try {
            return value(parsed, SSH_KEY).map(SshKey::parse).map(key -> resolved(key, world));
        } catch (IllegalArgumentException e) {
            throw RemoteOptions.wrong(
                    parsed, "the value of option '--ssh-key' is not valid: " + e.getMessage());
        }
    }

    private static SshKey resolved(SshKey key, World world) {
        return switch (key) {
            case SshKey.InFile(var path) -> new SshKey.InFile(world.file(path.toString()));
            case SshKey.Ed25519 seed -> seed;
        };
    }

    private static Optional<HttpCredentials> credentials(ParseResult parsed, World world)
            throws IOException {
        var file = file(parsed, CREDENTIALS, world);
        return file.isEmpty() ? Optional.empty() : Optional.of(credentials(file.get()));
    }

    private static HttpCredentials credentials(Path file) throws IOException {
        String[] parts = SmallFile.read(file).strip().split(":", 2);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].lines().count() != 1) {
            throw new IOException("'" + file + "' does not hold one line of USER:PASSWORD");
        }
        return new HttpCredentials(parts[0], parts[1]);
    }
}
