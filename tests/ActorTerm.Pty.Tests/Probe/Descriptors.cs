using System.Text.RegularExpressions;

namespace ActorTerm.Pty.Tests.Probe;

/// <summary>The descriptors of this process, as <c>/proc/self/fd</c> shows them.</summary>
internal static partial class Descriptors
{
    /// <summary>
    /// How many there are of each kind, one line per kind: <c>anon_inode:[pidfd] x 2</c>. Numbers within names are left out, and so are
    /// libraries: the runtime
    /// opens them when it likes.
    /// </summary>
    public static string Kinds => string.Join('\n', Directory.GetFiles("/proc/self/fd")
        .Select(link => new FileInfo(link).LinkTarget)
        .Where(target => target is not null && !target.StartsWith("/proc/", StringComparison.Ordinal) && !target.EndsWith(".dll", StringComparison.Ordinal))
        .GroupBy(target => Digits().Replace(target!, "#"))
        .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => $"{kind.Key} x {kind.Count()}"));

    /// <summary>How many lead to a file.</summary>
    public static int LeadTo(string path) => Directory.GetFiles("/proc/self/fd").Count(link => new FileInfo(link).LinkTarget == path);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
