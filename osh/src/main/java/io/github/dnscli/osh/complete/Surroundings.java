package io.github.dnscli.osh.complete;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.osh.context.Context;
import io.github.dnscli.osh.names.KnownName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What there is to choose from besides what the commands say themselves.
public interface Surroundings {

    /// {@return what is in use}
    Context context();

    /// {@return zones that one may mean}
    List<DomainName> zones();

    /// {@return the names of the zone in use}
    List<KnownName> names();

    /// {@return the folder that names of files are relative to}
    Path folder();

    /// {@return the names of the environment variables}
    Set<String> variables();
}
