package io.github.dnscli.junit;

import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests a name server with the zones and keys of [DnsZone], [DnsKey] and [DnsSetup], which bring this extension
/// with them; a test takes it as a parameter of type [DnsServer]. The tests of a class share a server; each begins with
/// the zones as the annotations say. Tests that run at the same time and change zones want classes of their own.
public final class DnsServerExtension
        implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(DnsServerExtension.class);

    /// Made by JUnit.
    public DnsServerExtension() {}

    /// A server, and what it serves before annotations add to it. JUnit closes it with the context it was started in.
    private record Running(NameServer server, ServerState bare) implements AutoCloseable {

        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        prepare(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        prepare(context);
    }

    private static void prepare(ExtensionContext context) {
        var running = running(context);
        var wanted = Annotations.applied(running.bare(), context);
        running.server().change(_ -> wanted);
    }

    /// Classes share the server of the class around them, unless they have wishes of their own.
    private static Running running(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        Annotations.wishful(context), _ -> start(context), Running.class);
    }

    private static Running start(ExtensionContext context) {
        var builder = NameServer.builder();
        Annotations.setup(context).accept(builder);
        try {
            var server = builder.start();
            return new Running(server, server.state());
        } catch (IOException busy) {
            throw new UncheckedIOException("the name server of the tests cannot start", busy);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == DnsServer.class || type == NameServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var server = running(context).server();
        return parameter.getParameter().getType() == NameServer.class
                ? server
                : new DnsServer(server);
    }
}
