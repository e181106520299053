package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.authority.CompromisedKeys;
import io.github.dnscli.certifier.authority.Revocation;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.ledger.KnownCertificate;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.certifier.ledger.RevokedMarks;
import io.github.dnscli.certifier.ledger.Standings;
import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `oserve certifier revoke`: has a certificate revoked by who issued it.
final class RevokeCommand implements Command {

    private static final String REASON = "--reason";

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("revoke");
        spec.usageMessage().description("Revoke a certificate.");
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0")
                        .arity("1")
                        .required(true)
                        .paramLabel("HOST|SERIAL")
                        .type(String.class)
                        .description(
                                "A host that it is for, or its serial number in hexadecimal digits.")
                        .build());
        spec.addOption(
                Choice.option(REASON, RevocationReason.class)
                        .paramLabel("REASON")
                        .description(
                                "Why: unspecified, key-compromise, affiliation-changed, superseded or"
                                        + " cessation-of-operation (default: unspecified).")
                        .build());
        spec.addOption(CertifierOptions.stateOption());
        AcmeOptions.addAccountTo(spec);
        spec.addOption(DurationOption.timeout());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Has the latest certificate of a signing request revoked by the authority that issued it, and"
                                + " remembers that. The certifier replaces it within a minute if the request still stands;"
                                + " it may run meanwhile.",
                        "With --reason key-compromise no certificate is issued for the same key any more: the host needs a new"
                                + " key, and a new request for it.",
                        "The exit status is 0 if the certificate is revoked, 1 if none is known by that name or the authority"
                                + " refuses, 3 if the authority cannot be asked.")
                .example(
                        "Somebody has read the private key of a host.",
                        "oserve certifier revoke www.example.com --reason key-compromise --state /var/lib/certifier")
                .seeAlso("ocertify(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var folder = CertifierOptions.folder(parsed, world);
        folder.requireThere();
        String what = parsed.matchedPositionalValue(0, "");
        var standings = Standings.read(folder, world.clock().instant());
        standings.problems().forEach(console::warning);
        var found =
                standings.requests().stream()
                        .filter(request -> isMeant(request, what))
                        .flatMap(request -> request.certificate().stream())
                        .toList();
        if (found.isEmpty()) {
            console.error("no certificate for '%s' is remembered in '%s'".formatted(what, folder));
            console.hint("'oserve certifier status' lists those that are");
            return ExitStatus.NO;
        }
        if (found.size() > 1) {
            console.error(
                    "'%s' has several certificates; which one is meant? Their serial numbers: %s"
                            .formatted(what, serials(found)));
            return ExitStatus.NO;
        }
        return revoke(found.getFirst(), folder, parsed, world, console);
    }

    private static boolean isMeant(RequestStanding request, String what) {
        String digits = what.replace(":", "").toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        return request.certificate().filter(known -> known.serial().equals(digits)).isPresent()
                || DomainName.parse(what, DomainName.ROOT) instanceof ParsedName.Valid(var host)
                        && request.names().contains(host);
    }

    private static String serials(List<KnownCertificate> found) {
        return found.stream().map(KnownCertificate::serial).collect(Collectors.joining(", "));
    }

    private static ExitStatus revoke(
            KnownCertificate known,
            CertifierFolder folder,
            ParseResult parsed,
            World world,
            Console console)
            throws IOException {
        RevocationReason reason = parsed.matchedOptionValue(REASON, RevocationReason.UNSPECIFIED);
        var authority =
                Authorities.of(folder, world.clock())
                        .issuerOf(known, directory -> AcmeOptions.of(directory, parsed, world));
        return switch (authority.revoke(known.leaf(), reason)) {
            case Revocation.Revoked _ -> {
                RevokedMarks.mark(folder, known.leaf());
                tell(known, new CompromisedKeys(folder), console);
                yield ExitStatus.YES;
            }
            case Revocation.Refused(var why) -> {
                console.error("the certificate is not revoked: " + why);
                yield ExitStatus.NO;
            }
        };
    }

    private static void tell(KnownCertificate known, CompromisedKeys compromised, Console console)
            throws IOException {
        String names =
                known.leaf().names().stream()
                        .map(DomainName::display)
                        .collect(Collectors.joining("', '", "'", "'"));
        console.confirm(
                "revoked the certificate for %s (serial %s)".formatted(names, known.serial()));
        console.hint(
                compromised.contain(known.leaf().publicKey())
                        ? "no certificate is issued for this key any more: make a new key on the host, and upload a request"
                                + " for it"
                        : "the certifier replaces it while its request stands; delete the request where it is not wanted"
                                + " any more");
    }
}
