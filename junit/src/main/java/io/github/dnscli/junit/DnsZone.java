package io.github.dnscli.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A zone that a name server serves to the tests of a class, or to one test. Each test begins with the zone as it
/// stands here, whatever the test before it changed.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(DnsZone.Several.class)
@ExtendWith(DnsServerExtension.class)
public @interface DnsZone {

    /// {@return the zone's name, with or without the final dot}
    String name();

    /// {@return the records, as in a zone file}; an SOA and an NS record are added when there is none, and a TTL of an
    /// hour where there is no other
    String records() default "";

    /// Several zones.
    @Documented
    @Inherited
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @ExtendWith(DnsServerExtension.class)
    @interface Several {

        /// {@return the zones}
        DnsZone[] value();
    }
}
