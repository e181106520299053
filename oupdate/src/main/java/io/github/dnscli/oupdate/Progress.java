package io.github.dnscli.oupdate;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;

/// Is told what is going on.
interface Progress {

    /// The server is about to be asked for a change.
    void updating(ServerAddress server, DomainName zone, ResourceRecord record);

    /// The server refused a change because it has no such zone, so the zone is looked for.
    void lookingForZone(ServerAddress server, DomainName refused, Reply.Refused reply);
}
