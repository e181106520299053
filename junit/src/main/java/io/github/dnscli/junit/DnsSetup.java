package io.github.dnscli.junit;

import io.github.dnscli.server.NameServerBuilder;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the name server of a test class wants beyond zones and keys, said to its builder before it starts.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(DnsServerExtension.class)
public @interface DnsSetup {

    /// {@return who says it}; needs a constructor without parameters
    Class<? extends Consumer<NameServerBuilder>> value();
}
