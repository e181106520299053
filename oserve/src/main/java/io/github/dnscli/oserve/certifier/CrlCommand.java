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

/// `oserve certifier crl`: prints what the private authority has revoked.
final class CrlCommand implements Command {

    private static final String ROOT = "root.pem";

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("crl");
        spec.usageMessage().description("Print the revocation lists of the private authority.");
        spec.addOption(CertifierOptions.stateOption());
        return spec;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Prints the certificate revocation lists (RFC 5280) of the root and of each intermediate that has"
                                + " one, in PEM form on standard output. Each counts for a week, and is made anew when half"
                                + " of that is over: print them daily, and give them to whoever checks.")
                .example(
                        "Give a web server what is revoked.",
                        "oserve certifier crl --state /var/lib/certifier > /etc/nginx/crl.pem")
                .seeAlso("ocertify(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var folder = CertifierOptions.folder(parsed, world);
        folder.requireThere();
        if (folder.read(ROOT).isEmpty()) {
            console.error("'%s' holds no private authority".formatted(folder));
            return ExitStatus.NO;
        }
        var authority =
                Authorities.of(folder, world.clock()).ofOwn(PrivateSettings.DEFAULT, Set::of);
        console.print(authority.revocationLists());
        return ExitStatus.YES;
    }
}
