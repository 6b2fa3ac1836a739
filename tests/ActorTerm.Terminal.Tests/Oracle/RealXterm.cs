using System.Diagnostics;
using System.Text;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>
/// Debian's xterm as a VT420 on an X server without a screen. Bytes go in and its replies come out through two FIFOs, between which and
/// xterm's pseudo-terminal stand two <c>cat</c>.
/// </summary>
public sealed class RealXterm : IDisposable
{
    public const int Columns = 80;
    public const int Rows = 24;

    private readonly string _folder = Directory.CreateTempSubdirectory("actorterm-oracle-").FullName;
    private readonly Process _display;
    private readonly Process _xterm;
    private readonly FileStream _input;
    private readonly FileStream _output;

    public RealXterm()
    {
        _display = ExternalTool.Start("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1200x8", "-nolisten", "tcp"]);
        var number = _display.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"Xvfb: {_display.StandardError.ReadToEnd()}");
        Drain(_display);
        ExternalTool.Run("mkfifo", [PathOf("in"), PathOf("out")]);
        _xterm = ExternalTool.Start(
            "xterm",
            [
                "-u8", "-geometry", $"{Columns}x{Rows}", "-ti", "420", "+vb", "-xrm", "*decTerminalID: 420", "-xrm", "*allowWindowOps: true",
                "-xrm", "*checksumExtension: 0", "-e", "sh", "-c",
                $"stty raw -echo; exec 3<&0; cat <&3 >'{PathOf("out")}' & exec cat <'{PathOf("in")}'",
            ],
            new Dictionary<string, string> { ["DISPLAY"] = $":{number}", ["LC_ALL"] = "C.UTF-8", ["HOME"] = _folder });
        Drain(_xterm);
        _input = new FileStream(PathOf("in"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        _output = new FileStream(PathOf("out"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
    }

    /// <summary>What xterm answers to the bytes. It starts from a reset.</summary>
    internal string Ask(ReadOnlySpan<byte> bytes)
    {
        // Its last answer is the one to DSR 5, which no test asks for.
        ReadOnlySpan<byte> ready = "\e[0n"u8;
        _input.Write([.. "\ec"u8, .. bytes, .. "\e[5n"u8]);
        _input.Flush();
        var answers = new List<byte>();
        var buffer = new byte[65_536];
        while (!answers.ToArray().AsSpan().EndsWith(ready))
        {
            var length = _output.Read(buffer);
            if (length == 0) throw new InvalidOperationException("xterm ended");
            answers.AddRange(buffer.AsSpan(0, length));
        }

        return Encoding.Latin1.GetString(answers.ToArray().AsSpan(..^ready.Length));
    }

    public void Dispose()
    {
        _input.Dispose();
        _xterm.Kill(entireProcessTree: true);
        _xterm.WaitForExit();
        _display.Kill();
        _display.WaitForExit();
        _output.Dispose();
        _xterm.Dispose();
        _display.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Both write warnings about fonts and keyboards, which nobody needs and a full pipe would hold up.</summary>
    private static void Drain(Process process)
    {
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
