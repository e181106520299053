# Runs primary and certifier under systemd as an administrator would, and a certificate through them.
exec 2>&1
dpkg --install /dns-cli.deb >/dev/null
echo "running: $(systemctl list-units --no-legend 'oserve-*' | wc -l)"

mkdir -p /etc/oserve zones /srv/zones.git
(umask 077 && echo "k._update.example.test:SHA256:$(head -c 32 /dev/urandom | base64)" >/etc/oserve/keys)
cat >zones/example.test <<'ZONE'
$TTL 3600
@   SOA ns1 hostmaster 1 7200 900 1209600 300
@   NS  ns1
ns1 A   127.0.0.1
www A   127.0.0.1
ZONE
git config --global user.name operator
git config --global user.email operator@example.test
git config --global safe.directory '*'
git init --quiet --bare --initial-branch main /srv/zones.git
git -C /srv/zones.git config daemon.receivepack true
git init --quiet --initial-branch main zones
git -C zones add .
git -C zones commit --quiet --message 'First zone'
git -C zones push --quiet /srv/zones.git main
chown -R nobody:nogroup /srv/zones.git
git daemon --base-path=/srv --export-all --user=nobody --group=nogroup --listen=127.0.0.1 --detach

cat >/etc/oserve/primary.options <<'OPTIONS'
--remote git://127.0.0.1/zones.git
--listen 127.0.0.1
OPTIONS
cat >/etc/oserve/certifier.options <<'OPTIONS'
--server 127.0.0.1
--key @/run/credentials/oserve-certifier.service/key
--zone example.test
--ca private
OPTIONS
mkdir -p /etc/systemd/system/oserve-primary.service.d /etc/systemd/system/oserve-certifier.service.d
printf '[Service]\nLoadCredential=keys:/etc/oserve/keys\n' >/etc/systemd/system/oserve-primary.service.d/keys.conf
printf '[Service]\nLoadCredential=key:/etc/oserve/keys\n' >/etc/systemd/system/oserve-certifier.service.d/keys.conf
systemctl daemon-reload

start() {
  systemctl start oserve-primary
  timeout 60 sh -c 'until oserve status --state /var/lib/oserve >/dev/null 2>&1; do sleep 0.2; done'
  echo "primary: $(systemctl is-active oserve-primary)"
  systemctl start oserve-certifier
  echo "certifier: $(systemctl is-active oserve-certifier)"
}

start
oupdate 127.0.0.1 @/etc/oserve/keys www.example.test 127.0.0.9
timeout 60 sh -c 'until oserve certifier root --state /var/lib/oserve-certifier >root.pem 2>/dev/null; do sleep 0.2; done'
ocertify --dns-key @/etc/oserve/keys --type p256 --ca root.pem --wait 60s 127.0.0.1 www.example.test
systemctl stop oserve-certifier oserve-primary
start
otlsa-fetch --ca root.pem -o fetched.pem www.example.test 127.0.0.1 | sed 's/until .*/until TIME/'
cmp fetched.pem www.example.test.pem && echo 'the same certificate'
systemctl stop oserve-certifier oserve-primary
git -C /srv/zones.git show main:example.test | grep '^www'
systemctl list-units --failed --no-legend
stat --format '%n: mode %a' /var/lib/private/oserve /var/lib/private/oserve-certifier
journalctl --priority warning --unit 'oserve-*' --quiet --output cat
