package io.github.dnscli.oserve.keys;

import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.gitstore.reading.TreeFile;
import io.github.dnscli.oserve.folder.Fingerprint;
import java.nio.file.Path;

/// A key file that was never on a disk: a command has printed it, or we have made it ourselves.
///
/// @param path where the keys come from, as the user knows it
/// @param text what stands in it
record UnwrittenKeys(Path path, Source text) implements TreeFile {

    /// Where the keys of commands come from, as the user knows it.
    static final Path PATH = Path.of(KeyCommand.NAME);

    @Override
    public boolean isRegular() {
        return true;
    }

    @Override
    public String version() {
        return Fingerprint.of(text.bytes()).digest();
    }

    @Override
    public Includes includes() {
        return Includes.none("key files include no others");
    }
}
