using ActorTerm.Terminal.Events;

namespace ActorTerm.Terminal.Osc;

/// <summary>The URL of OSC 7: <c>file://user@host/path</c>, RFC 8089 with a user. Neither host nor path is looked at.</summary>
internal static class FileUrl
{
    private const string Scheme = "file://";

    public static bool TryParse(string url, out DirectoryReport report)
    {
        report = new DirectoryReport("", null, null);
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return false;
        var slash = url.IndexOf('/', Scheme.Length);
        if (slash < 0) return false;

        var authority = url[Scheme.Length..slash];
        var at = authority.LastIndexOf('@');
        var host = authority[(at + 1)..];
        var path = url[slash..];
        var end = path.AsSpan().IndexOfAny('?', '#');
        if (end >= 0) path = path[..end];
        report = new DirectoryReport(
            PlainText.Clean(Uri.UnescapeDataString(path)),
            host.Length > 0 ? PlainText.Clean(host) : null,
            at > 0 ? PlainText.Clean(Uri.UnescapeDataString(authority[..at])) : null);
        return true;
    }
}
