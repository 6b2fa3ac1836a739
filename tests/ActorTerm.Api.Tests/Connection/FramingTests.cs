using System.Buffers.Binary;
using System.Net.Sockets;
using System.Threading.Channels;
using ActorTerm.Api.Tests.Rig;
using ActorTerm.Runtime.Connections;

namespace ActorTerm.Api.Tests.Connection;

/// <summary>Frames byte by byte: RFC 6455, section 5, and docs/protocol.md, section 5.</summary>
public class FramingTests
{
    private const byte Fin = 0x80, Masked = 0x80, Ping = 0x9, Pong = 0xA, Close = 0x8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("an unmasked frame", "82 04 01 02 03 04")]
    [InlineData("a reserved bit", "C2 80 00 00 00 00")]
    [InlineData("an unknown opcode", "83 80 00 00 00 00")]
    [InlineData("a continuation of nothing", "80 80 00 00 00 00")]
    [InlineData("a message within a message", "02 80 00 00 00 00 82 80 00 00 00 00")]
    [InlineData("a fragmented ping", "09 80 00 00 00 00")]
    [InlineData("a ping of 126 bytes", "89 FE 00 7E 00 00 00 00")]
    [InlineData("a close frame of one byte", "88 81 00 00 00 00 00")]
    public async Task A_broken_frame_ends_its_connection_and_no_other(string what, string bytes)
    {
        await using var edge = await StartAsync();
        using var script = await edge.UpgradeAsync();
        using var other = await edge.UpgradeAsync();

        await script.SendAsync(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));

        var said = await ToTheEndAsync(script);
        Assert.True(said.AsSpan().StartsWith((byte[])[Fin | Close, 2, 0x03, 0xEA]), $"{what}: {Convert.ToHexString(said)}");   // 1002
        await other.SendAsync(Frame(Ping, [7]));
        Assert.Equal([7], (await ReadAsync(other)).Payload);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    public async Task A_ping_is_answered_with_its_own_payload(int length)
    {
        await using var edge = await StartAsync();
        using var script = await edge.UpgradeAsync();
        var payload = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();

        await script.SendAsync(Frame(Ping, payload));

        var (opcode, answer) = await ReadAsync(script);
        Assert.Equal(Pong, opcode);
        Assert.Equal(payload, answer);
    }

    [Fact]
    public async Task Pings_whose_answers_nobody_reads_hold_up_only_their_own_connection_and_none_is_lost()
    {
        const int Pings = 20_000;                  // some megabytes: more than the kernel keeps for both sides
        await using var edge = await StartAsync();
        using var stalled = await edge.UpgradeAsync();
        using var other = await edge.UpgradeAsync();
        var ping = Frame(Ping, new byte[125]);
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < Pings; i++) await stalled.SendAsync(ping);
        });

        await other.SendAsync(Frame(Ping, [7]));
        Assert.Equal([7], (await ReadAsync(other)).Payload);

        for (var i = 0; i < Pings; i++) Assert.Equal((Pong, 125), (await ReadAsync(stalled)) is var (opcode, payload) ? (opcode, payload.Length) : default);
        await sending.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_close_frame_is_echoed_with_its_code()
    {
        await using var edge = await StartAsync();
        using var script = await edge.UpgradeAsync();

        await script.SendAsync(Frame(Close, [0x0F, 0xA1]));   // 4001

        var (opcode, payload) = await ReadAsync(script);
        Assert.Equal((Close, 4001), (opcode, BinaryPrimitives.ReadUInt16BigEndian(payload)));
    }

    [Fact]
    public async Task A_head_that_never_ends_is_given_up()
    {
        await using var edge = await StartAsync(settings => settings with { UpgradeTimeout = TimeSpan.FromSeconds(1) });

        var answer = await edge.HeadAsync("GET / HTTP/1.1\r\nHost: localhost\r\n", whole: true);

        Assert.StartsWith("HTTP/1.1 408 Request Timeout\r\n", answer, StringComparison.Ordinal);
    }

    private static Task<EdgeServer> StartAsync(Func<ApiSettings, ApiSettings>? change = null) => EdgeServer.StartAsync(
        system => system.ActorOf(Props.Create(() => new StandInConnections(
            Channel.CreateUnbounded<ConnectionsProtocol.IScriptLink>().Writer, Channel.CreateUnbounded<object>().Writer)), "connections"),
        change);

    /// <summary>Masked with zeros, which leave the payload as it is.</summary>
    private static byte[] Frame(byte opcode, byte[] payload) => [(byte)(Fin | opcode), (byte)(Masked | payload.Length), 0, 0, 0, 0, .. payload];

    /// <summary>The host's next frame; short ones only.</summary>
    private static async Task<(byte Opcode, byte[] Payload)> ReadAsync(Socket script)
    {
        var head = await ExactlyAsync(script, 2);
        Assert.InRange(head[1], 0, 125);
        return ((byte)(head[0] & 0x0F), await ExactlyAsync(script, head[1]));
    }

    private static async Task<byte[]> ToTheEndAsync(Socket script)
    {
        var all = new MemoryStream();
        var bytes = new byte[256];
        for (int read; (read = await script.ReceiveAsync(bytes).WaitAsync(Patience)) > 0;) all.Write(bytes, 0, read);
        return all.ToArray();
    }

    private static async Task<byte[]> ExactlyAsync(Socket script, int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var more = await script.ReceiveAsync(bytes.AsMemory(read)).AsTask().WaitAsync(Patience);
            Assert.NotEqual(0, more);
            read += more;
        }

        return bytes;
    }
}
