"""Which addresses of a machine the devices of its local network use."""

from ipaddress import ip_address

import pytest

from quizengine.web.http.network import host_in_url, is_loopback, local_addresses, reachable_addresses


def found(*pairs: str) -> list:
    return [(name, ip_address(address)) for name, address in (pair.split() for pair in pairs)]


def test_addresses_of_the_local_network_are_kept_and_ipv4_comes_first():
    interfaces = found("wlan0 2001:db8::7", "eth0 192.168.1.20", "wlan0 10.0.0.5", "wlan0 fd00::2")
    assert reachable_addresses(interfaces) == ("192.168.1.20", "10.0.0.5", "2001:db8::7", "fd00::2")


def test_the_address_that_leads_out_of_the_network_comes_first():
    interfaces = found("eth1 192.168.56.1", "eth0 192.168.1.20", "eth0 fd00::2")
    assert reachable_addresses(interfaces, "192.168.1.20") == ("192.168.1.20", "192.168.56.1", "fd00::2")


@pytest.mark.parametrize(
    "interface",
    [
        "lo 127.0.0.1",
        "lo ::1",
        "eth0 169.254.3.4",
        "eth0 fe80::1",
        "docker0 172.17.0.1",
        "br-5f2a 172.18.0.1",
        "virbr0 192.168.122.1",
        "vEthernet-WSL 172.20.0.1",
        "VirtualBox-Host-Only 192.168.56.1",
        "tun0 10.8.0.2",
        "wg0 10.9.0.2",
        "tailscale0 100.64.0.9",
    ],
)
def test_no_device_in_the_room_comes_by(interface: str):
    assert reachable_addresses(found(interface, "eth0 192.168.1.20")) == ("192.168.1.20",)


@pytest.mark.parametrize("name", ["eth0", "enp3s0", "wlan0", "wlp2s0", "en0", "br0", "bond0", "Wi-Fi", "Ethernet"])
def test_devices_come_by(name: str):
    assert reachable_addresses(found(f"{name} 192.168.1.20")) == ("192.168.1.20",)


def test_this_machine_s_own_addresses_are_no_loopback_and_none_is_told_twice():
    addresses = local_addresses()
    assert not any(map(is_loopback, addresses))
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "::ffff:127.0.0.1", "localhost", "::1%lo"])
def test_of_this_machine_alone(host: str):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["192.168.1.20", "::ffff:192.168.1.20", "fd00::2", "school.example", "", "0.0.0.0"])
def test_of_others_too(host: str):
    assert not is_loopback(host)


def test_an_address_of_ipv6_stands_in_brackets():
    assert (host_in_url("fd00::2"), host_in_url("10.0.0.5")) == ("[fd00::2]", "10.0.0.5")
