package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `oserve certifier root`: prints the root certificate of the private authority.
final class RootCommand implements Command {

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("root");
        spec.usageMessage().description("Print the root certificate of the private authority.");
        spec.addOption(CertifierOptions.stateOption());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Prints the certificate in PEM form on standard output; whoever is to trust the authority puts"
                                + " it among the trust anchors. The private key is not printed.",
                        "If the folder holds no authority yet, one is made, so that its root can be handed out before"
                                + " the certifier starts.")
                .example(
                        "Hand the root to a client.",
                        "oserve certifier root --state /var/lib/certifier > root.pem")
                .seeAlso("ocertify(1)", "otlsa-fetch(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var authority =
                Authorities.of(CertifierOptions.folder(parsed, world), world.clock())
                        .ofOwn(PrivateSettings.DEFAULT, Set::of);
        console.print(authority.root().pem());
        return ExitStatus.YES;
    }
}
