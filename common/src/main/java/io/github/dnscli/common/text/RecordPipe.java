package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.RecordColumns;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Carries records to another thread that puts them into columns: of a large text one core reads the words while another
/// looks up the names, which is mostly waiting for memory.
final class RecordPipe implements RecordSink {

    private static final int BATCH_OCTETS = 1 << 18;
    private static final int BATCHES = 8;

    private static final byte ORIGIN = 1;
    private static final byte OWNER = 2;
    private static final byte RECORD = 3;

    /// The octets of a record besides its data, or of a name besides its own, and the kind of either.
    private static final int FRAME = 16;

    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(BATCHES);
    private final ColumnSink columns = new ColumnSink();
    private final byte[] scratch = new byte[1 << 16];
    private final Thread worker =
            Thread.ofPlatform().daemon().name("records").unstarted(this::work);
    private volatile Optional<Throwable> failure = Optional.empty();
    private ByteBuffer batch = ByteBuffer.allocate(BATCH_OCTETS);

    private RecordPipe() {}

    /// {@return a pipe whose other end works already}
    static RecordPipe open() {
        var pipe = new RecordPipe();
        for (int i = 1; i < BATCHES; i++) {
            pipe.empty.add(ByteBuffer.allocate(BATCH_OCTETS));
        }
        pipe.worker.start();
        return pipe;
    }

    @Override
    public void origin(DomainName name) {
        byte[] wire = name.wire();
        makeRoom(wire.length);
        batch.put(ORIGIN).putShort((short) wire.length).put(wire);
    }

    @Override
    public void owner(byte[] wire, int length, int relativeLength) {
        makeRoom(length);
        int carried = relativeLength < 0 ? length : relativeLength;
        batch.put(OWNER).putShort((short) relativeLength).putShort((short) carried);
        batch.put(wire, 0, carried);
    }

    @Override
    public void add(int ttl, RecordType type, byte[] data, int length, int mark) {
        makeRoom(length);
        batch.put(RECORD).putInt(ttl).putShort((short) type.value()).putInt(mark);
        batch.putShort((short) length).put(data, 0, length);
    }

    private void makeRoom(int octets) {
        if (batch.remaining() < octets + FRAME) {
            send(batch.flip());
            batch = await(empty).clear();
        }
    }

    @Override
    public void abandon() {
        worker.interrupt();
    }

    @Override
    public RecordColumns finish() {
        send(batch.flip());
        send(END);
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        check();
        return columns.finish();
    }

    private void send(ByteBuffer filled) {
        try {
            while (!full.offer(filled, 1, TimeUnit.SECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private ByteBuffer await(BlockingQueue<ByteBuffer> queue) {
        try {
            var found = queue.poll(1, TimeUnit.SECONDS);
            while (found == null) {
                check();
                found = queue.poll(1, TimeUnit.SECONDS);
            }
            return found;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// What stops the other end stops this one.
    private void check() {
        var known = failure;
        if (known.isPresent()) {
            if (known.get() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("records could not be kept", known.get());
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while records were read", e);
    }

    private void work() {
        try {
            for (var next = full.take(); next.hasRemaining(); next = full.take()) {
                unpack(next);
                empty.add(next);
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            failure = Optional.of(e);
        }
    }

    private void unpack(ByteBuffer records) {
        while (records.hasRemaining()) {
            switch (records.get()) {
                case ORIGIN -> {
                    byte[] wire = new byte[records.getShort()];
                    records.get(wire);
                    columns.origin(DomainName.ofWire(wire, 0, wire.length));
                }
                case OWNER -> {
                    int relativeLength = records.getShort();
                    int length = records.getShort();
                    records.get(scratch, 0, length);
                    columns.owner(scratch, length, relativeLength);
                }
                default -> {
                    int ttl = records.getInt();
                    var type = RecordType.of(records.getShort() & 0xffff);
                    int mark = records.getInt();
                    int length = records.getShort() & 0xffff;
                    records.get(scratch, 0, length);
                    columns.add(ttl, type, scratch, length, mark);
                }
            }
        }
    }
}
