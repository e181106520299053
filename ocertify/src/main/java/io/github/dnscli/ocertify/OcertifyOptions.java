package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// What the user said to `ocertify`, but for the TSIG key.
///
/// @param server where the zone is kept
/// @param port where it listens unless it says so itself
/// @param timeout how long to wait for each of its replies
/// @param longestWait how long to wait for the certificate
/// @param host for whom
/// @param additional for whom else: hosts and wildcards
/// @param keyWish what a new private key shall be like
/// @param keyElsewhere whether the private key is not on this machine
/// @param files where things are kept
/// @param ca the file of trusted roots
/// @param force whether to go on although the certificate at hand is good
/// @param seed whether the original's way to make keys was asked for
record OcertifyOptions(
        ServerArgument server,
        int port,
        Duration timeout,
        Duration longestWait,
        DomainName host,
        List<DomainName> additional,
        KeyWish keyWish,
        boolean keyElsewhere,
        FileNames files,
        Optional<String> ca,
        boolean force,
        boolean seed) {

    static final String ADDITIONAL = "--additional";
    static final String CSR = "--csr";
    static final String KEY = "--key";
    static final String NO_KEY = "--no-key";
    static final String TYPE = "--type";
    static final String DATA = "--data";
    static final String SEED = "--seed";
    static final String BITS = "--bits";
    static final String CERTIFICATE = "--certificate";
    static final String FORCE = "--force";
    static final String CA = "--ca";
    static final String WAIT = "--wait";

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(20);

    /// What a new private key shall be like.
    ///
    /// @param type its kind
    /// @param bits the length of an RSA key
    /// @param scalar the private scalar in base64, a secret
    record KeyWish(Optional<KeyType> type, Optional<Integer> bits, Optional<String> scalar) {

        private static final int DEFAULT_BITS = 4096;

        /// {@return the kind wished for; a length alone means RSA}
        KeyType kind() {
            return type.orElse(bits.isPresent() ? KeyType.RSA : KeyType.P256);
        }

        boolean isSaid() {
            return type.isPresent() || bits.isPresent() || scalar.isPresent();
        }

        int rsaBits() {
            return bits.orElse(DEFAULT_BITS);
        }

        @Override
        public String toString() {
            return kind().toString();
        }
    }

    /// The names of files as the user wrote them, or after the host.
    ///
    /// @param key the private key
    /// @param request the signing request
    /// @param certificate the chain
    record FileNames(String key, String request, String certificate) {

        List<String> all() {
            return List.of(key, request, certificate);
        }
    }

    OcertifyOptions {
        additional = List.copyOf(additional);
    }

    static OcertifyOptions of(ParseResult parsed) {
        DomainName host = parsed.matchedPositionalValue(1, DomainName.ROOT);
        return new OcertifyOptions(
                parsed.matchedPositionalValue(0, new ServerArgument("")),
                PortOption.read(parsed),
                DurationOption.timeout(parsed),
                parsed.matchedOptionValue(WAIT, DEFAULT_WAIT),
                host,
                List.of(parsed.matchedOptionValue(ADDITIONAL, new DomainName[0])),
                new KeyWish(value(parsed, TYPE), value(parsed, BITS), value(parsed, DATA)),
                parsed.hasMatchedOption(NO_KEY),
                files(parsed, host.display()),
                value(parsed, CA),
                parsed.hasMatchedOption(FORCE),
                parsed.hasMatchedOption(SEED));
    }

    private static FileNames files(ParseResult parsed, String host) {
        return new FileNames(
                OcertifyOptions.<String>value(parsed, KEY).orElse(usualKey(host)),
                OcertifyOptions.<String>value(parsed, CSR).orElse(host + ".req"),
                OcertifyOptions.<String>value(parsed, CERTIFICATE).orElse(host + ".pem"));
    }

    private static String usualKey(String host) {
        return host + ".key";
    }

    private static <T> Optional<T> value(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, null));
    }

    /// {@return the hosts and wildcards the certificate shall be for, HOST first}
    List<DomainName> names() {
        return Stream.concat(Stream.of(host), additional.stream()).distinct().toList();
    }

    /// {@return why these words make no sense, or not together}
    Optional<String> contradiction() {
        if (seed) {
            return Optional.of(
                    "a key cannot be made of '--seed': only the original's random numbers give the same key;"
                            + " leave it out, or give the key itself with '--data'");
        }
        if (keyElsewhere && (keyWish.isSaid() || !files.key().equals(usualKey(host.display())))) {
            return Optional.of(
                    "'--no-key' means that no key is here: '--key', '--type', '--bits' and '--data' make no sense with it");
        }
        if (files.all().stream().distinct().count() < files.all().size()) {
            return Optional.of("key, request and certificate want a file each");
        }
        for (var name : names()) {
            var problem = ServiceName.problem(name);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return keyWish.bits().isPresent() && keyWish.kind() != KeyType.RSA
                ? Optional.of("'--bits' is for keys of type 'rsa'")
                : Optional.empty();
    }
}
