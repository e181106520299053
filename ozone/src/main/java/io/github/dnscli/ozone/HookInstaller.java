package io.github.dnscli.ozone;

import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.cli.World;
import io.github.dnscli.ozone.git.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;

/// Has git run us before each commit, unless it has something else to run.
final class HookInstaller {

    /// What a hook of others needs.
    static final String LINE = "ozone --staged || exit";

    private static final String MARK = "# Written by 'ozone --install-hook'";

    private static final String HOOK =
            "#!/bin/sh\n"
                    + MARK
                    + """
                    , which may write it anew.
                    # Zone files and key files that are about to be committed are checked as they are staged.
                    if ! command -v ozone >/dev/null; then
                      echo "pre-commit: error: there is no 'ozone' on the PATH to check zones with" >&2
                      echo "pre-commit: hint: install dns-cli, or commit unchecked with --no-verify" >&2
                      exit 3
                    fi
                    exec ozone --staged
                    """;

    private HookInstaller() {}

    /// {@return what became of the hook in the repository that the user is in}
    ///
    /// @throws IOException if there is no repository, or the hook cannot be written
    static HookOutcome install(World world, Duration timeout) throws IOException {
        try (var repository = Repository.open(world, timeout)) {
            return install(repository.hooks().resolve("pre-commit"));
        }
    }

    private static HookOutcome install(Path hook) throws IOException {
        String present = SmallFile.readIfThere(hook).orElse(HOOK);
        if (!present.contains(MARK)) {
            return present.contains("ozone --staged")
                    ? new HookOutcome.There(hook)
                    : new HookOutcome.Foreign(hook);
        }
        Files.createDirectories(hook.toAbsolutePath().resolveSibling(""));
        var outcome =
                SafeFile.writeIfChanged(
                        hook, HOOK.getBytes(StandardCharsets.UTF_8), SafeFile.Access.PUBLIC);
        makeExecutable(hook);
        return switch (outcome) {
            case CREATED, CHANGED -> new HookOutcome.Written(hook);
            case UNCHANGED -> new HookOutcome.There(hook);
        };
    }

    /// For everyone who may read it.
    private static void makeExecutable(Path hook) throws IOException {
        var view = Files.getFileAttributeView(hook, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        var permissions = view.readAttributes().permissions();
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        view.setPermissions(permissions);
    }
}
