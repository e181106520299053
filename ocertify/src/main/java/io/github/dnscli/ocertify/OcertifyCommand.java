package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.cli.Choice;
import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.HostArgument;
import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.cli.World;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// `ocertify`: asks for a certificate through the DNS.
public final class OcertifyCommand implements Command {

    /// Makes the command.
    public OcertifyCommand() {}

    /// Runs the command and ends the process.
    public static void main(String[] arguments) {
        Launcher.main(new OcertifyCommand(), arguments);
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("ocertify");
        spec.usageMessage()
                .description(
                        "Put a signing request into the DNS, and store the certificate once it is there.");
        addRequestOptions(spec);
        addKeyOptions(spec);
        addCertificateOptions(spec);
        spec.addPositional(ServerArgument.positional(0).build());
        spec.addPositional(
                HostArgument.positional(1)
                        .description("The host that the certificate is for.")
                        .build());
        return spec;
    }

    private static void addRequestOptions(CommandSpec spec) {
        spec.addOption(PortOption.option());
        spec.addOption(
                KeySource.option("--dns-key")
                        .description(
                                "Upload the request with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE"
                                        + " (default: the variable DNSCLI_KEY; without any key the certificate is only fetched).")
                        .build());
        spec.addOption(
                HostArgument.hostsOrWildcards(OcertifyOptions.ADDITIONAL)
                        .description(
                                "Ask for this host or wildcard as well, as '*.example.com' (can be repeated).")
                        .build());
        spec.addOption(
                file(OcertifyOptions.CSR)
                        .description("File of the signing request (default: HOST.req).")
                        .build());
    }

    private static void addKeyOptions(CommandSpec spec) {
        spec.addOption(
                file(OcertifyOptions.KEY)
                        .description(
                                "File of the private key (default: HOST.key); made if there is none, never overwritten.")
                        .build());
        spec.addOption(
                OptionSpec.builder(OcertifyOptions.NO_KEY)
                        .arity("0")
                        .type(boolean.class)
                        .description(
                                "The private key is elsewhere: send the request in the file of --csr as it is; no key is read or made.")
                        .build());
        spec.addOption(
                Choice.option(OcertifyOptions.TYPE, KeyType.class)
                        .paramLabel("TYPE")
                        .description(
                                "Type of a new key: rsa, ed25519, p256 (default), p384 or p521.")
                        .build());
        spec.addOption(
                OptionSpec.builder(OcertifyOptions.DATA)
                        .arity("1")
                        .paramLabel("BASE64")
                        .type(String.class)
                        .description(
                                "Private scalar of a new key, in base64; not for keys of type rsa.")
                        .build());
        spec.addOption(
                OptionSpec.builder(OcertifyOptions.SEED)
                        .arity("1")
                        .paramLabel("SEED")
                        .type(String.class)
                        .description("Refused: only the original makes keys of seeds.")
                        .build());
        spec.addOption(
                OptionSpec.builder(OcertifyOptions.BITS)
                        .arity("1")
                        .paramLabel("N")
                        .type(Integer.class)
                        .converters(OcertifyCommand::bits)
                        .description(
                                "Length of a new key of type rsa (default: 4096); without --type, that type.")
                        .build());
    }

    private static void addCertificateOptions(CommandSpec spec) {
        spec.addOption(
                file(OcertifyOptions.CERTIFICATE)
                        .description("File of the certificate chain (default: HOST.pem).")
                        .build());
        spec.addOption(
                OptionSpec.builder(OcertifyOptions.FORCE)
                        .arity("0")
                        .type(boolean.class)
                        .description(
                                "Go on although the certificate at hand is good, and make sure that the request is in the DNS.")
                        .build());
        spec.addOption(
                file(OcertifyOptions.CA)
                        .description(
                                "Trust the root certificates in this file (default: what the system trusts).")
                        .build());
        spec.addOption(
                DurationOption.option(OcertifyOptions.WAIT)
                        .description("How long to wait for the certificate (default: 20s).")
                        .build());
        spec.addOption(DurationOption.timeout());
    }

    private static OptionSpec.Builder file(String name) {
        return OptionSpec.builder(name).arity("1").paramLabel("FILE").type(String.class);
    }

    private static Integer bits(String text) {
        int bits = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (bits < KeyType.MIN_RSA_BITS || bits > KeyType.MAX_RSA_BITS) {
            throw new TypeConversionException(
                    "a length is a number from %s to %s"
                            .formatted(KeyType.MIN_RSA_BITS, KeyType.MAX_RSA_BITS));
        }
        return bits;
    }

    @Override
    public Manual manual() {
        return OcertifyManual.PAGE;
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var options = OcertifyOptions.of(parsed);
        var view = new OcertifyView(console, options);
        var key = KeySource.choose(parsed, world, console);
        return view.show(new Certifier(world, options, view).certify(key));
    }
}
