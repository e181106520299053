package io.github.dnscli.server.event;

/// Is told of every query that is answered: a query log. Calls come one after the other, in order, on a thread of the
/// listener's own; when it falls behind by more than the server's limit, events are dropped and counted. What it throws
/// is logged and does no harm. A server without one spends nothing on this.
@FunctionalInterface
public interface QueryListener {

    /// A query was answered.
    void answered(QueryEvent query);
}
