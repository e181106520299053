package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;

/// A span of seconds in 32 bits, which may be written with units: the timers of SOA.
record TimerField() implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        long seconds = text.seconds();
        if (seconds < 0) {
            throw text.bad(text.latest(), "is not a time in seconds");
        }
        if (seconds > 0xffff_ffffL) {
            throw text.bad(text.latest(), "is not in 0..4294967295 seconds");
        }
        wire.u32(seconds);
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        text.append(wire.u32());
    }
}
