package io.github.dnscli.oserve.keys;

import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.gitstore.reading.TreeFile;
import java.io.IOException;
import java.nio.file.Path;

/// Keys that cannot be had; whoever reads them learns why.
///
/// @param path where they were looked for
/// @param reason why they cannot be had
record UnreadableKeys(Path path, IOException reason) implements TreeFile {

    @Override
    public boolean isRegular() {
        return false;
    }

    @Override
    public String version() throws IOException {
        throw reason;
    }

    @Override
    public Source text() throws IOException {
        throw reason;
    }

    @Override
    public Includes includes() {
        return Includes.none("nothing could be read");
    }
}
