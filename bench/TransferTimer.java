import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Fetches a zone by AXFR from 127.0.0.1 and counts its records without looking at them, so that the server's time shows.
/// Prints milliseconds from the connection to the last octet, octets and messages of each run.
///
/// ```sh
/// java bench/TransferTimer.java ZONE PORT RECORDS RUNS
/// ```
public final class TransferTimer {

    private static final int ANSWER_COUNT = 6;
    private static final int AXFR = 252;
    private static final int PATIENCE = 60_000;

    private TransferTimer() {}

    public static void main(String[] arguments) throws IOException {
        byte[] query = query(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        long records = Long.parseLong(arguments[2]);
        for (int left = Integer.parseInt(arguments[3]); left > 0; left--) {
            System.out.println(fetch(query, port, records));
        }
    }

    private static byte[] query(String zone) throws IOException {
        var message = new ByteArrayOutputStream();
        var out = new DataOutputStream(message);
        for (int field : new int[] {1, 0, 1, 0, 0, 0}) {
            out.writeShort(field);
        }
        for (String label : zone.split("\\.")) {
            out.writeByte(label.length());
            out.writeBytes(label);
        }
        out.writeByte(0);
        out.writeShort(AXFR);
        out.writeShort(1);
        return message.toByteArray();
    }

    private static String fetch(byte[] query, int port, long records) throws IOException {
        long start = System.nanoTime();
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(PATIENCE);
            var out = new DataOutputStream(socket.getOutputStream());
            byte[] framed = new byte[query.length + 2];
            framed[1] = (byte) query.length;
            System.arraycopy(query, 0, framed, 2, query.length);
            out.write(framed);
            return count(start, socket, records);
        }
    }

    private static String count(long start, Socket socket, long records) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 17));
        byte[] message = new byte[0xffff];
        long octets = 0;
        long messages = 0;
        for (long missing = records; missing > 0; messages++) {
            int length = in.readUnsignedShort();
            in.readFully(message, 0, length);
            int answers = (message[ANSWER_COUNT] & 0xff) << 8 | message[ANSWER_COUNT + 1] & 0xff;
            if (answers == 0) {
                throw new IOException("a message without records, code " + (message[3] & 15));
            }
            missing -= answers;
            octets += length + 2;
        }
        return (System.nanoTime() - start) / 1_000_000 + " " + octets + " " + messages;
    }
}
