"""What REST and the live connection have in common: one TLS context, one proxy a profile."""

from __future__ import annotations

import asyncio
import hashlib
import ssl
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from ivk_desktop.api import failures
from ivk_desktop.api.errors import ProxyUnusable, TrustUnusable
from ivk_desktop.api.profile import ConnectionProfile, Trust

SYSTEM_FILES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/cert.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where a system has its authorities that OpenSSL was not built for, as in a bundle of this app."""
FETCH_S = 8.0
"""How long reading a server's certificate may take."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A server's certificate."""

    pem: str
    fingerprint: str
    """SHA-256, as browsers show it: ``AB:CD:…``."""


def context_of(profile: ConnectionProfile) -> ssl.SSLContext | None:
    """The TLS context of a profile, the same for all that talk to it; ``None`` without TLS.

    Reads files and imports: to be called in a thread.

    Raises:
        TrustUnusable: the file of authorities, or the certificate, cannot be used.
    """
    if not profile.encrypted:
        return None
    try:
        return _context(profile.trust)
    except (OSError, ValueError) as error:  # an SSLError is an OSError
        args = failures.arguments(profile, file=profile.trust.ca_file, reason=_reason(error))
        raise TrustUnusable(str(error), **args) from error


@lru_cache(maxsize=16)
def _context(trust: Trust) -> ssl.SSLContext:
    if trust.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        # Only this certificate: whoever bears it is the server, and a name adds nothing.
        context.check_hostname = False
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        context.load_verify_locations(cadata=trust.certificate)
        return context
    if trust.ca_file:
        return ssl.create_default_context(cafile=trust.ca_file)
    return _system_context()


def _system_context() -> ssl.SSLContext:
    """What the system trusts, and the usual authorities: a bare system has none of its own."""
    import certifi

    if sys.platform in ("win32", "darwin"):
        import truststore  # there the system itself judges, by what its owner has added

        context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        # truststore would read all authorities anew for each connection, on the loop: 80 ms.
        context = ssl.create_default_context()
        if ssl.get_default_verify_paths().cafile is None:
            known = next((file for file in SYSTEM_FILES if Path(file).is_file()), None)
            context.load_verify_locations(known or certifi.where())
    context.load_verify_locations(certifi.where())
    return context


def proxy_of(profile: ConnectionProfile) -> str | None:
    """The proxy that the system's settings name for a server; never one for this machine.

    Raises:
        ProxyUnusable: it is no HTTP proxy.
    """
    if profile.local:
        return None
    parts = urlsplit(profile.url)
    if proxy_bypass(parts.netloc):
        return None
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all") or ""
    if not found:
        return None
    url = found if "://" in found else f"http://{found}"
    if not url.startswith(("http://", "https://")):
        kind = url.partition("://")[0][:20]
        raise ProxyUnusable(kind, **failures.arguments(profile, kind=kind))
    return url


async def certificate_of(profile: ConnectionProfile) -> Certificate:
    """Read the certificate that a server shows, trusted or not.

    Raises:
        ApiError: it cannot be read.
    """
    parts = urlsplit(profile.url)
    place = (parts.hostname or "", parts.port or 443)
    try:
        pem = await asyncio.to_thread(ssl.get_server_certificate, place, timeout=FETCH_S)
        return Certificate(pem, fingerprint_of(pem))
    except (OSError, ValueError) as error:
        raise failures.of_transport(error, profile) from error


def fingerprint_of(pem: str) -> str:
    """The SHA-256 of a certificate, as browsers show it; empty for what is none."""
    try:
        der = ssl.PEM_cert_to_DER_cert(pem)
    except ValueError:
        return ""
    return hashlib.sha256(der).digest().hex(":").upper()


def _reason(error: Exception) -> str:
    told = getattr(error, "strerror", None) or getattr(error, "reason", None)
    return str(told or "no certificates")[:200]
