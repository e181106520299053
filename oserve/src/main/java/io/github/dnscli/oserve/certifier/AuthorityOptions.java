package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.acme.AcmeDirectory;
import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.DurationText;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Says who issues: `--ca`, and what goes with it.
final class AuthorityOptions {

    private static final String CA = "--ca";
    private static final String PRODUCTION = "--production";
    private static final String LIFETIME = "--lifetime";
    private static final String PRIVATE = "private";
    private static final String USUAL = "letsencrypt-staging";
    private static final String ORIGINAL = "letsencrypt";

    private AuthorityOptions() {}

    static void addTo(CommandSpec spec) {
        addCaTo(spec);
        spec.addOption(
                DurationOption.option(LIFETIME)
                        .description(
                                "How long certificates of the private authority last, 5m to 825d (default: 90d).")
                        .build());
        AcmeOptions.addTo(spec);
    }

    /// Adds the options that name an authority.
    static void addCaTo(CommandSpec spec) {
        spec.addOption(
                Options.text(CA, "AUTHORITY")
                        .completionCandidates(words())
                        .description(
                                "Who issues: private, an authority of your own in the state folder; letsencrypt,"
                                        + " letsencrypt-staging, zerossl or google; or the URL of an ACME directory"
                                        + " (default: letsencrypt-staging, whose certificates nobody trusts).")
                        .build());
        spec.addOption(
                Options.flag(PRODUCTION).description("The same as --ca letsencrypt.").build());
    }

    private static List<String> words() {
        return Stream.concat(
                        Stream.of(PRIVATE), AcmeDirectory.KNOWN.stream().map(AcmeDirectory::name))
                .toList();
    }

    /// {@return who issues by a command line}
    ///
    /// @throws ParameterException if it makes no sense
    /// @throws IOException if a file that it names cannot be read
    static AuthorityChoice of(ParseResult parsed, World world) throws IOException {
        String word = word(parsed);
        if (word.equals(PRIVATE)) {
            AcmeOptions.refuse(parsed);
            return new AuthorityChoice.Private(lifetime(parsed));
        }
        if (parsed.hasMatchedOption(LIFETIME)) {
            throw CertifierOptions.wrong(
                    parsed, "option '--lifetime' is of use with '--ca private' only");
        }
        return new AuthorityChoice.Acme(AcmeOptions.of(directory(word, parsed), parsed, world));
    }

    /// {@return whether a command line names an authority that wants proofs in the DNS}
    static boolean isAcme(ParseResult parsed) {
        return !word(parsed).equals(PRIVATE);
    }

    private static String word(ParseResult parsed) {
        if (parsed.hasMatchedOption(PRODUCTION) && parsed.hasMatchedOption(CA)) {
            throw CertifierOptions.wrong(parsed, "'--ca' and '--production' exclude each other");
        }
        return parsed.matchedOptionValue(
                CA, parsed.hasMatchedOption(PRODUCTION) ? ORIGINAL : USUAL);
    }

    private static Duration lifetime(ParseResult parsed) {
        Duration lifetime = parsed.matchedOptionValue(LIFETIME, PrivateSettings.DEFAULT.lifetime());
        if (lifetime.compareTo(PrivateSettings.MIN_LIFETIME) < 0
                || lifetime.compareTo(PrivateSettings.MAX_LIFETIME) > 0) {
            throw CertifierOptions.wrong(
                    parsed,
                    "%s is %s, where %s to %s are in use"
                            .formatted(
                                    LIFETIME,
                                    DurationText.print(lifetime),
                                    DurationText.print(PrivateSettings.MIN_LIFETIME),
                                    DurationText.print(PrivateSettings.MAX_LIFETIME)));
        }
        return lifetime;
    }

    private static AcmeDirectory directory(String word, ParseResult parsed) {
        return AcmeDirectory.KNOWN.stream()
                .filter(known -> known.name().equals(word))
                .findFirst()
                .or(() -> url(word).map(AcmeDirectory::at))
                .orElseThrow(
                        () ->
                                CertifierOptions.wrong(
                                        parsed,
                                        "invalid value '%s' for option '--ca': it is none of '%s', nor the https URL of an"
                                                        .formatted(
                                                                word, String.join("', '", words()))
                                                + " ACME directory"));
    }

    /// Who answers without TLS could be anybody, but for a server on this machine.
    private static Optional<URI> url(String word) {
        try {
            var url = URI.create(word);
            boolean isSafe =
                    "https".equalsIgnoreCase(url.getScheme())
                            || "http".equalsIgnoreCase(url.getScheme())
                                    && isLoopback(Optional.ofNullable(url.getHost()).orElse(""));
            return Optional.of(url).filter(known -> isSafe && known.getHost() != null);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
