package io.github.dnscli.ozone.git;

import io.github.dnscli.common.text.Source;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;

/// Reads contents out of a repository: one `git cat-file --batch` for all of them, asked by one thread at a time.
final class ObjectReader implements AutoCloseable {

    private static final int LONGEST_HEADER = 1000;

    private final Git git;
    private final Process process;
    private final InputStream answers;

    private ObjectReader(Git git, Process process) {
        this.git = git;
        this.process = process;
        this.answers = new BufferedInputStream(process.getInputStream());
    }

    static ObjectReader start(Git git) throws GitTrouble {
        return new ObjectReader(git, git.startQuietly("cat-file", "--batch"));
    }

    /// {@return the content}
    ///
    /// @param label how the user knows the file
    /// @throws IOException if it is not there, or too large
    synchronized byte[] read(Blob blob, String label) throws IOException {
        try (var watch = TimeLimit.over(process, git.limit())) {
            try {
                return exchange(blob, label);
            } catch (IOException e) {
                throw watch.isExceeded() ? git.late("cat-file") : e;
            }
        }
    }

    private byte[] exchange(Blob blob, String label) throws IOException {
        process.getOutputStream().write((blob.id() + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        String[] header = line().split(" ", -1);
        if (header.length != 3) {
            throw new GitTrouble(
                    "git has no content of '" + label + "': object " + blob.id(),
                    "'git fsck' tells what is missing");
        }
        long size = Long.parseLong(header[2]);
        if (size > Source.LARGEST) {
            answers.skipNBytes(size + 1);
            throw new FileSystemException(
                    label, null, "it is larger than " + Source.LARGEST + " octets");
        }
        byte[] content = answers.readNBytes((int) size);
        if (content.length < size || answers.read() != '\n') {
            throw ended();
        }
        return content;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = answers.read(); octet != '\n'; octet = answers.read()) {
            if (octet < 0 || line.size() > LONGEST_HEADER) {
                throw ended();
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static GitTrouble ended() {
        return new GitTrouble("'git cat-file' ended before its answer", "");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
