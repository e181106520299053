package io.github.dnscli.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A TSIG key that the name server of a test knows (RFC 8945).
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(DnsKey.Several.class)
@ExtendWith(DnsServerExtension.class)
public @interface DnsKey {

    /// {@return the key as `NAME:ALGORITHM:BASE64`}; what it may do follows from its name, as in
    /// `test._update.example.com`
    String value();

    /// {@return names at and below which the key may change records, whatever its own name says}
    String[] mayUpdate() default {};

    /// Several keys.
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(DnsServerExtension.class)
    @interface Several {

        /// {@return the keys}
        DnsKey[] value();
    }
}
