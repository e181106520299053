package io.github.dnscli.oserve.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What goes through the socket: the client sends the word of a form and a line end; the server sends `well` or `attention`,
/// a line end, and the report in that form, and closes. So client and server need not be of one version.
///
/// @param isWell whether nothing asks for attention
/// @param report the report
record StatusAnswer(boolean isWell, String report) {

    private static final String WELL = "well";
    private static final String ATTENTION = "attention";

    static StatusAnswer of(StatusReport report, StatusForm form) {
        return new StatusAnswer(report.attention().isEmpty(), form.print(report));
    }

    /// {@return the answer in octets}
    byte[] octets() {
        return ((isWell ? WELL : ATTENTION) + "\n" + report).getBytes(StandardCharsets.UTF_8);
    }

    /// {@return the answer that octets mean}
    ///
    /// @throws IOException if they mean none
    static StatusAnswer parse(byte[] octets) throws IOException {
        String[] parts = new String(octets, StandardCharsets.UTF_8).split("\n", 2);
        if (parts.length < 2 || !parts[0].equals(WELL) && !parts[0].equals(ATTENTION)) {
            throw new IOException("the server's answer broke off");
        }
        return new StatusAnswer(parts[0].equals(WELL), parts[1]);
    }
}
