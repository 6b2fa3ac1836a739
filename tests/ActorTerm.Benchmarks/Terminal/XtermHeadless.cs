using System.Diagnostics;
using System.Globalization;
using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Terminal;

/// <summary>The peer: @xterm/headless in a node process that stays for the whole suite, so that its code is as warm as ours.</summary>
internal sealed class XtermHeadless : IDisposable
{
    private readonly Process _node;

    public XtermHeadless()
    {
        var folder = Path.Combine(Repository.Root, "tests", "ActorTerm.Benchmarks", "Terminal", "peer");
        if (!File.Exists(Path.Combine(folder, "node_modules", "@xterm", "headless", "package.json")))
            throw new InvalidOperationException($"there is no @xterm/headless in {folder}: run `npm ci` there, or ./build.sh bench");
        _node = Process.Start(new ProcessStartInfo("node", "flood.mjs") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("node does not start");
    }

    /// <summary>Megabytes a second.</summary>
    public double Flood(string path)
    {
        _node.StandardInput.WriteLine(path);
        _node.StandardInput.Flush();
        var answer = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("node has gone");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}
