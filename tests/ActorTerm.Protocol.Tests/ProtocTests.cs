using System.Diagnostics;
using System.Reflection;

namespace ActorTerm.Protocol.Tests;

/// <summary>The golden bytes come from protoc, never from the encoder under test. This asks protoc again.</summary>
public sealed class ProtocTests
{
    [Fact]
    public void The_bytes_of_every_golden_row_are_those_of_protoc()
    {
        var wrong = GoldenRow.All.AsParallel().AsOrdered()
            .Select(row => (row, bytes: Encode(row)))
            .Where(made => !made.bytes.AsSpan().SequenceEqual(made.row.Bytes))
            .Select(made => $"{made.row}: protoc makes {Convert.ToHexString(made.bytes)}");

        Assert.Empty(wrong);
    }

    private static byte[] Encode(GoldenRow row)
    {
        var message = row.IsRequest ? "iterm2.ClientOriginatedMessage" : "iterm2.ServerOriginatedMessage";
        var start = new ProcessStartInfo(Metadata("protoc"), [$"--encode={message}", $"-I{Metadata("schemas")}", "api.proto"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var protoc = Process.Start(start)!;
        protoc.StandardInput.Write(row.Text);
        protoc.StandardInput.Close();
        using var bytes = new MemoryStream();
        protoc.StandardOutput.BaseStream.CopyTo(bytes);
        protoc.WaitForExit();
        return protoc.ExitCode == 0 ? bytes.ToArray() : throw new InvalidOperationException($"{row}: protoc ended with {protoc.ExitCode}");
    }

    private static string Metadata(string key) =>
        typeof(ProtocTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
