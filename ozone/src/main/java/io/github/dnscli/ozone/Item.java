package io.github.dnscli.ozone;

/// One of the files that a run is about.
sealed interface Item permits Candidate, Item.Settled {

    /// There is nothing more to find out about it.
    ///
    /// @param inspected what there is to say
    record Settled(Inspected inspected) implements Item {}
}
