/// Zones in a git repository, for the name server.
module io.github.dnscli.gitstore {
    requires transitive io.github.dnscli.server;
    requires org.apache.sshd.osgi;
    requires org.eclipse.jgit;
    requires org.eclipse.jgit.ssh.apache;
    requires static org.jspecify;

    exports io.github.dnscli.gitstore;
    exports io.github.dnscli.gitstore.journal;
    exports io.github.dnscli.gitstore.merge;
    exports io.github.dnscli.gitstore.reading;
    exports io.github.dnscli.gitstore.repository;
}
