package io.github.dnscli.gitstore.repository;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// What git's client looks for around the process.
///
/// @param home where `.ssh` and `.netrc` are
/// @param agent the socket of the agent that keeps keys for ssh, if there is one
record Surroundings(Path home, Optional<Path> agent) {

    /// Zone files are read whole; a larger one comes as a stream, which is slow when it is kept as a difference.
    private static final int WHOLE = 256 << 20;

    /// {@return those of this process}
    static Surroundings of(Map<String, String> environment) {
        prepare();
        return new Surroundings(
                Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))),
                Optional.ofNullable(environment.get("SSH_AUTH_SOCK"))
                        .filter(socket -> !socket.isEmpty())
                        .map(Path::of));
    }

    /// Settles what JGit keeps for the whole process, once.
    static void prepare() {
        Once.settle();
    }

    private static final class Once {

        static {
            SystemReader.setInstance(new OwnSettings(SystemReader.getInstance()));
            var windows = new WindowCacheConfig();
            windows.setStreamFileThreshold(WHOLE);
            windows.install();
            JdkSecurity.register();
        }

        static void settle() {}
    }

    /// The settings of whoever runs us, and of the system, are neither read nor written: what they say is for people at
    /// their work, git would be run to find them, and JGit writes what it measured of the disk into one of them.
    private static final class OwnSettings extends SystemReader.Delegate {

        OwnSettings(SystemReader system) {
            super(system);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new NoFile(parent, fs);
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            return new NoFile(parent, fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            return new NoFile(parent, fs);
        }
    }

    private static final class NoFile extends FileBasedConfig {

        NoFile(Config parent, FS fs) {
            super(parent, new File("none"), fs);
        }

        @Override
        public void load() {
            // There is nothing to read.
        }

        @Override
        public void save() {
            // There is nothing to write.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        /// How exact times of files are is for JGit a setting, which it finds by leaving files in the repository for a
        /// while. The most careful answer costs little.
        @Override
        public long getTimeUnit(
                String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? unit.convert(FS.FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }
    }
}
