package io.github.dnscli.junit;

import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.server.NameServerBuilder;
import io.github.dnscli.server.state.ServerState;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/// What the annotations of a test say: those of the classes around it first, its own last.
final class Annotations {

    private Annotations() {}

    /// {@return a state with the zones and keys of a test or a test class}
    static ServerState applied(ServerState bare, ExtensionContext context) {
        var state = bare;
        var keys = new ArrayList<>(bare.keys().values());
        for (var element : elements(context)) {
            for (var zone : AnnotationSupport.findRepeatableAnnotations(element, DnsZone.class)) {
                state = with(state, zone, element);
            }
            for (var key : AnnotationSupport.findRepeatableAnnotations(element, DnsKey.class)) {
                keys.add(key(key, element));
                state = state.withRights(granted(state.rights(), key, keys.getLast().name()));
            }
        }
        return state.withKeys(keys);
    }

    /// {@return what is to be said to the server's builder}
    static Consumer<NameServerBuilder> setup(ExtensionContext context) {
        Consumer<NameServerBuilder> wishes = _ -> {};
        for (var element : elements(context)) {
            var setup = AnnotationSupport.findAnnotation(element, DnsSetup.class);
            if (setup.isPresent()) {
                wishes = wishes.andThen(ReflectionSupport.newInstance(setup.get().value()));
            }
        }
        return wishes;
    }

    /// {@return the innermost class that has wishes for its server; this one if none has}
    static AnnotatedElement wishful(ExtensionContext context) {
        AnnotatedElement innermost = Annotations.class;
        for (var element : elements(context)) {
            if (AnnotationSupport.isAnnotated(element, DnsSetup.class)) {
                innermost = element;
            }
        }
        return innermost;
    }

    private static List<AnnotatedElement> elements(ExtensionContext context) {
        var elements = new ArrayList<AnnotatedElement>();
        var around = context.getTestClass();
        while (around.isPresent()) {
            elements.addFirst(around.get());
            around = around.<Class<?>>map(Class::getEnclosingClass);
        }
        context.getTestMethod().ifPresent(elements::add);
        return elements;
    }

    private static ServerState with(ServerState state, DnsZone zone, AnnotatedElement element) {
        try {
            return state.with(Completion.complete(ZoneText.zone(zone.name(), zone.records())));
        } catch (IllegalArgumentException wrong) {
            throw new ExtensionConfigurationException(
                    "@DnsZone \"%s\" of %s:\n%s"
                            .formatted(zone.name(), element, wrong.getMessage()),
                    wrong);
        }
    }

    private static TsigKey key(DnsKey annotation, AnnotatedElement element) {
        return switch (KeyText.parse(annotation.value())) {
            case ParsedKey.Valid(var key) -> key;
            case ParsedKey.Invalid(var problem) ->
                    throw new ExtensionConfigurationException(
                            "@DnsKey of %s: %s".formatted(element, problem));
        };
    }

    private static KeyRights granted(KeyRights rights, DnsKey annotation, DomainName key) {
        var more = rights;
        for (var zone : annotation.mayUpdate()) {
            more = more.and(new KeyRights.Grant(key, KeyOperation.UPDATE, DomainName.of(zone)));
        }
        return more;
    }
}
