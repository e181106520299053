package io.github.dnscli.otlsafetch;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `otlsa-fetch`: brings a certificate from the DNS into a file.
public final class OtlsaFetchCommand implements Command {

    private static final Path RESOLVER_CONFIGURATION = Path.of("/etc/resolv.conf");

    private final Path resolverConfiguration;

    /// Makes the command as people run it.
    public OtlsaFetchCommand() {
        this(RESOLVER_CONFIGURATION);
    }

    OtlsaFetchCommand(Path resolverConfiguration) {
        this.resolverConfiguration = resolverConfiguration;
    }

    /// Runs the command and ends the process.
    public static void main(String[] arguments) {
        Launcher.main(new OtlsaFetchCommand(), arguments);
    }

    @Override
    public CommandSpec spec() {
        var spec = CommandSpec.create().name("otlsa-fetch");
        spec.usageMessage()
                .description(
                        "Fetch a host's certificate chain from its TLSA records, verify it, and keep it in a file.");
        spec.addOption(
                file(OtlsaFetchOptions.KEY)
                        .description(
                                "Accept only a certificate for the private key in this file, or for that of the signing request in it.")
                        .build());
        spec.addOption(
                file(OtlsaFetchOptions.CA)
                        .description(
                                "Trust the root certificates in this file (default: what the system trusts).")
                        .build());
        spec.addOption(
                file("-o", OtlsaFetchOptions.OUTPUT)
                        .description(
                                "Keep the chain in this file (default: HOST.pem); '-' is standard output.")
                        .build());
        spec.addOption(
                OptionSpec.builder(OtlsaFetchOptions.ON_CHANGE)
                        .arity("1")
                        .paramLabel("COMMAND")
                        .type(String.class)
                        .description(
                                "Run this by the shell when the file was installed or changed, to have a server reload.")
                        .build());
        spec.addOption(PortOption.option());
        spec.addOption(DurationOption.timeout());
        spec.addPositional(
                word(0, "1")
                        .paramLabel("HOST")
                        .description("The host whose certificate to fetch.")
                        .build());
        spec.addPositional(
                word(1, "0..1")
                        .paramLabel("SERVER")
                        .description(
                                "The name server to ask: an address or a host name, with '#PORT' behind it if need be;"
                                        + " with '@' in front it may stand before HOST (default: the system's resolver).")
                        .build());
        return spec;
    }

    private static OptionSpec.Builder file(String... names) {
        return OptionSpec.builder(names).arity("1").paramLabel("FILE").type(String.class);
    }

    private static PositionalParamSpec.Builder word(int index, String arity) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity(arity)
                .required(index == 0)
                .type(String.class);
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        """
                        Asks for the TLSA records at _letsencrypt._tcp.HOST, following aliases. The certificate of the \
                        host is the record '3 0 0', those of the authorities above it are the records '0 0 0'. They are \
                        put in order and verified: up to a trusted root, for HOST, at this time, and for the private \
                        key in the file of --key. The signing request, which is no secret, says as well which key that is. Of several certificates the good one that lasts longest is taken.""",
                        """
                        The chain is written as PEM, the host's certificate first and no root, in one step: other \
                        programs see the old file or the new one. A file that holds the chain already is not touched. \
                        If anything is wrong, nothing is written.""",
                        """
                        The first word of the line it prints says what became of the file: installed (there was none), \
                        changed, or unchanged. Records that hold no certificate although they should are warned of.""",
                        """
                        The command of --on-change finds the host in DNSCLI_HOST and the file's whole path in DNSCLI_FILE. If \
                        it fails, the exit status is 3. The file is there all the same, and the next run finds nothing \
                        changed.""")
                .example(
                        "Fetch the certificate of a host from its own name server.",
                        "otlsa-fetch --key www.example.com.req www.example.com ns1.example.com")
                .example(
                        "Ask the system's resolver, trust a private authority, and reload a web server when there is news.",
                        "otlsa-fetch --ca root.pem --on-change 'nginx -s reload' www.example.com")
                .file("HOST.pem", "The chain, unless -o names another file.")
                .file("/etc/resolv.conf", "Names the system's resolver.")
                .variable(
                        "SSL_CERT_FILE",
                        "A file of trusted root certificates, unless --ca is given.")
                .seeAlso("ocertify(1)", "openssl-verify(1)");
    }

    @Override
    public ExitStatus run(ParseResult parsed, World world, Console console) throws IOException {
        var options = OtlsaFetchOptions.of(parsed);
        var fetched = new TlsaFetcher(world, resolverConfiguration).fetch(options);
        var view = new OtlsaFetchView(console, options);
        var status = view.show(fetched);
        return fetched.isNews() && options.onChange().isPresent()
                ? view.showRun(options.onChange().get().run(world, options))
                : status;
    }
}
