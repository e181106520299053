package io.github.dnscli.common.request;

import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.RecordColumns;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/// Records that stand one behind the other in columns, made when somebody looks at them.
final class ColumnSpan extends AbstractList<ResourceRecord> implements RandomAccess {

    private final RecordColumns columns;
    private final int start;
    private final int end;

    ColumnSpan(RecordColumns columns, int start, int end) {
        this.columns = columns;
        this.start = start;
        this.end = end;
    }

    @Override
    public ResourceRecord get(int index) {
        return columns.record(start + Objects.checkIndex(index, size()));
    }

    @Override
    public int size() {
        return end - start;
    }
}
