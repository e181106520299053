package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ParsedCertificateKey;
import io.github.dnscli.certificate.TrustAnchorSearch;
import io.github.dnscli.certifier.acme.AcmeDirectory;
import io.github.dnscli.certifier.acme.AcmeSettings;
import io.github.dnscli.certifier.acme.ExternalAccount;
import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// Says how to deal with an authority that speaks ACME.
final class AcmeOptions {

    private static final String ROOTS = "--ca-root";
    private static final String KEY = "--account-key";
    private static final String KEY_TYPE = "--account-key-type";
    private static final String BITS = "--account-bits";
    private static final String SEED = "--account-key-seed";
    private static final String EMAIL = "--email";
    private static final String KEY_ID = "--eab-kid";
    private static final String HMAC = "--eab-hmac";
    private static final String PROFILE = "--profile";
    private static final String CHAIN = "--preferred-chain";
    private static final List<String> ALL =
            List.of(ROOTS, KEY, KEY_TYPE, BITS, SEED, EMAIL, KEY_ID, HMAC, PROFILE, CHAIN);

    private AcmeOptions() {}

    static void addTo(CommandSpec spec) {
        addAccountTo(spec);
        addKeyKind(spec);
        addAccount(spec);
        spec.addOption(
                Options.text(PROFILE, "NAME")
                        .description(
                                "Which kind of certificate to ask for, by the authority's own word, such as tlsserver or"
                                        + " shortlived (default: the authority's choice).")
                        .build());
        spec.addOption(
                Options.text(CHAIN, "NAME")
                        .description(
                                "Prefer a chain whose uppermost issuer has this in its name, if the authority offers one.")
                        .build());
    }

    /// Adds what it takes to talk to an authority for an account that there is.
    static void addAccountTo(CommandSpec spec) {
        addTrust(spec);
        addKey(spec);
    }

    /// Adds what it takes to give an account another key.
    static void addRolloverTo(CommandSpec spec) {
        addTrust(spec);
        addKeyKind(spec);
    }

    private static void addTrust(CommandSpec spec) {
        spec.addOption(
                Options.repeated(ROOTS, "FILE", String.class, text -> text)
                        .description(
                                "Trust the authority's HTTPS by the certificates in this file, in PEM form; may be given"
                                        + " several times (default: SSL_CERT_FILE, else the system's).")
                        .build());
    }

    private static void addKey(CommandSpec spec) {
        spec.addOption(
                Options.file(KEY)
                        .description(
                                "The private key of the ACME account, in PEM form (default: one is made, and kept in the"
                                        + " state folder).")
                        .build());
    }

    private static void addKeyKind(CommandSpec spec) {
        spec.addOption(
                Choice.option(KEY_TYPE, KeyType.class)
                        .paramLabel("TYPE")
                        .completionCandidates(List.of("rsa", "p256", "p384", "p521"))
                        .description(
                                "The type of the account's key, if one is made: rsa, p256, p384 or p521 (default: p256).")
                        .build());
        spec.addOption(
                Options.text(BITS, "N")
                        .type(Integer.class)
                        .converters(AcmeOptions::bits)
                        .description(
                                "How many bits an RSA key of the account has, 2048 to 8192 (default: 4096).")
                        .build());
    }

    private static void addAccount(CommandSpec spec) {
        spec.addOption(
                Options.text(SEED, "SEED")
                        .description(
                                "Refused: the key that the OCaml original makes of a seed cannot be made here;"
                                        + " --account-key takes it in PEM form.")
                        .build());
        spec.addOption(
                Options.repeated(EMAIL, "ADDRESS", String.class, AcmeOptions::email)
                        .description(
                                "Where the authority can reach you; may be given several times (default: nowhere).")
                        .build());
        spec.addOption(
                Options.text(KEY_ID, "ID")
                        .description(
                                "The identifier of the account with the authority to bind ours to.")
                        .build());
        spec.addOption(
                Options.text(HMAC, "@FILE|env:NAME")
                        .description(
                                "The secret of that account, as base64url: in a file or in an environment variable.")
                        .build());
    }

    private static Integer bits(String text) {
        int bits = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (bits < KeyType.MIN_RSA_BITS || bits > KeyType.MAX_RSA_BITS) {
            throw new TypeConversionException(
                    "an RSA key has %s to %s bits"
                            .formatted(KeyType.MIN_RSA_BITS, KeyType.MAX_RSA_BITS));
        }
        return bits;
    }

    private static String email(String text) {
        if (!text.matches("[^@\\s,?]+@[^@\\s,?]+")) {
            throw new TypeConversionException("'hostmaster@example.com' would be");
        }
        return "mailto:" + text;
    }

    /// Says that options are of no use with an authority of one's own.
    static void refuse(ParseResult parsed) {
        CertifierOptions.refuseWithPrivate(ALL, "needs no account", parsed);
    }

    /// {@return what a command line says}
    ///
    /// @throws ParameterException if it makes no sense
    /// @throws IOException if a file that it names cannot be read
    static AcmeSettings of(AcmeDirectory directory, ParseResult parsed, World world)
            throws IOException {
        if (parsed.hasMatchedOption(SEED)) {
            throw CertifierOptions.wrong(
                    parsed,
                    "option '--account-key-seed' cannot be honoured: nothing but the OCaml original makes the same key of"
                            + " a seed; '--account-key FILE' takes that key in PEM form");
        }
        var usual = AcmeSettings.of(directory);
        var type = type(parsed, usual.accountKeyType());
        return new AcmeSettings(
                directory,
                roots(parsed, world),
                accountKey(parsed, world),
                type,
                type == KeyType.RSA ? parsed.matchedOptionValue(BITS, KeyType.DEFAULT_RSA_BITS) : 0,
                parsed.matchedOptionValue(EMAIL, List.of()),
                externalAccount(parsed, world),
                text(parsed, PROFILE),
                text(parsed, CHAIN),
                parsed.matchedOptionValue("--timeout", usual.timeout()),
                usual.ordersAtOnce());
    }

    private static Optional<String> text(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.<String>matchedOptionValue(option, null));
    }

    private static KeyType type(ParseResult parsed, KeyType usual) {
        KeyType type = parsed.matchedOptionValue(KEY_TYPE, usual);
        boolean isMade = !parsed.hasMatchedOption(KEY);
        if (type == KeyType.ED25519) {
            throw CertifierOptions.wrong(
                    parsed,
                    "an account's key is of type 'rsa', 'p256', 'p384' or 'p521': authorities take no others");
        }
        if (!isMade && (parsed.hasMatchedOption(KEY_TYPE) || parsed.hasMatchedOption(BITS))) {
            throw CertifierOptions.wrong(
                    parsed, "'--account-key' says what kind of key it is by itself");
        }
        if (parsed.hasMatchedOption(BITS) && type != KeyType.RSA) {
            throw CertifierOptions.wrong(
                    parsed, "option '--account-bits' is of use with '--account-key-type rsa' only");
        }
        return type;
    }

    private static Optional<CertificateKey> accountKey(ParseResult parsed, World world)
            throws IOException {
        var name = text(parsed, KEY);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return switch (CertificateKey.parse(SmallFile.read(world.file(name.get())))) {
            case ParsedCertificateKey.Valid(var key) when key.type() != KeyType.ED25519 ->
                    Optional.of(key);
            case ParsedCertificateKey.Valid _ ->
                    throw new IOException(
                            "'%s': an account's key is no Ed25519 key".formatted(name.get()));
            case ParsedCertificateKey.Invalid(var problem) ->
                    throw new IOException("'%s': %s".formatted(name.get(), problem));
        };
    }

    private static Optional<ExternalAccount> externalAccount(ParseResult parsed, World world)
            throws IOException {
        var id = text(parsed, KEY_ID);
        var hmac = text(parsed, HMAC);
        if (id.isPresent() != hmac.isPresent()) {
            throw CertifierOptions.wrong(parsed, "'--eab-kid' and '--eab-hmac' go together");
        }
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ExternalAccount(id.get(), secret(hmac.orElseThrow(), parsed, world)));
    }

    /// What stands on the command line itself is seen by others, and never shown again.
    private static String secret(String source, ParseResult parsed, World world)
            throws IOException {
        String secret;
        if (source.startsWith("@")) {
            secret = SmallFile.read(world.file(source.substring(1))).strip();
        } else if (source.startsWith("env:")) {
            secret = world.environment().getOrDefault(source.substring(4), "").strip();
        } else {
            throw CertifierOptions.wrong(
                    parsed,
                    "'--eab-hmac' wants '@FILE' or 'env:NAME': other users of this machine can see the command line");
        }
        if (!secret.matches("[A-Za-z0-9_-]+=*")) {
            throw new IOException("'" + source + "' holds no secret as base64url");
        }
        return secret;
    }

    private static List<Certificate> roots(ParseResult parsed, World world) throws IOException {
        var roots = new ArrayList<Certificate>();
        List<String> files = parsed.matchedOptionValue(ROOTS, List.of());
        for (String file : files) {
            roots.addAll(TrustAnchorSearch.ofFile(world.file(file)).orTrouble().certificates());
        }
        return files.isEmpty()
                ? TrustAnchorSearch.ofSystem().find(world.environment()).orTrouble().certificates()
                : roots;
    }
}
