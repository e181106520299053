package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.acme.AcmeAuthority;
import io.github.dnscli.certifier.acme.KeyRollover;
import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve certifier rollover`: gives an ACME account another key.
final class RolloverCommand implements Command {

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("rollover");
        spec.usageMessage().description("Give the ACME account a new key.");
        AuthorityOptions.addCaTo(spec);
        spec.addOption(CertifierOptions.stateOption());
        AcmeOptions.addRolloverTo(spec);
        spec.addOption(DurationOption.timeout());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Makes a new key, has the authority take it for the account in place of the old one (RFC 8555"
                                + " §7.3.5), and keeps it in the state folder. The certifier must not run meanwhile. A key"
                                + " of your own, of --account-key, is for you to replace.",
                        "The exit status is 0 if the account has a new key, 1 if the authority refuses or there is no"
                                + " account, 3 if the authority cannot be asked.")
                .example(
                        "Change the key once a year.",
                        "oserve certifier rollover --ca letsencrypt --state /var/lib/certifier")
                .seeAlso("ocertify(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var folder = CertifierOptions.folder(parsed, world);
        folder.requireThere();
        return switch (AuthorityOptions.of(parsed, world)) {
            case AuthorityChoice.Private _ ->
                    throw CertifierOptions.wrong(parsed, "a private authority has no account");
            case AuthorityChoice.Acme(var settings) -> {
                try (var _ = StateLock.take(folder)) {
                    yield rollOver(Authorities.of(folder, world.clock()).acme(settings), console);
                }
            }
        };
    }

    private static ExitStatus rollOver(AcmeAuthority authority, Console console)
            throws IOException {
        return switch (authority.rollOver()) {
            case KeyRollover.Changed(var account) -> {
                console.confirm("account '%s' has a new key".formatted(account));
                yield ExitStatus.YES;
            }
            case KeyRollover.Refused(var reason) -> {
                console.error("the key of the account is not changed: " + reason);
                yield ExitStatus.NO;
            }
        };
    }
}
