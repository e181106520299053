package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.text.Includes;
import io.github.dnscli.ozone.git.Repository;
import java.io.IOException;

/// Includes files out of a repository into a zone file in it. Symbolic links are no files here, so none leads elsewhere.
///
/// @param files the state of files that the zone file is in
/// @param repository tells where names lead
/// @param zoneFile the path of the zone file
/// @param root the path of the folder that the files must lie in
record StoredIncludes(StoredFiles files, Repository repository, String zoneFile, String root)
        implements Includes {

    @Override
    public Included open(String file) {
        var path = Repository.beside(zoneFile, file).filter(this::isInside);
        return path.map(this::openPath)
                .orElseGet(() -> new Included.Outside(root.isEmpty() ? "." : root));
    }

    private boolean isInside(String path) {
        return root.isEmpty() || path.startsWith(root + "/");
    }

    private Included openPath(String path) {
        try {
            return files.find(path).isPresent()
                    ? new Included.Opened(files.open(path, repository.label(path)), path)
                    : new Included.Missing("is not in git");
        } catch (IOException e) {
            return new Included.Missing("cannot be read: " + IoTrouble.describe(e));
        }
    }
}
