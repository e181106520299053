package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.RecordColumns;

/// Puts records into columns.
final class ColumnSink implements RecordSink {

    private final RecordColumns columns = new RecordColumns();
    private int origin;
    private int owner;

    @Override
    public void origin(DomainName name) {
        origin = columns.intern(name.wire());
    }

    @Override
    public void owner(byte[] wire, int length, int relativeLength) {
        owner =
                relativeLength < 0
                        ? columns.intern(wire)
                        : columns.intern(wire, relativeLength, origin);
    }

    @Override
    public void add(int ttl, RecordType type, byte[] data, int length, int mark) {
        columns.add(owner, ttl, type, data, length, mark);
    }

    @Override
    public void abandon() {
        // They are forgotten with this.
    }

    @Override
    public RecordColumns finish() {
        return columns;
    }
}
