using System.Text;
using System.Text.Json;

namespace ActorTerm.Client.Tests;

/// <summary>The text messages of docs/protocol.md, section 6, as they stand on the wire.</summary>
public sealed class AttachCodecTests
{
    public static TheoryData<string, byte[]> Said { get; } = new()
    {
        { """{"type":"hello","columns":100,"rows":30}""", AttachCodec.Hello(new AttachOptions(100, 30)) },
        { """{"type":"hello","columns":1,"rows":1,"resize":false,"readOnly":true}""", AttachCodec.Hello(new AttachOptions(1, 1) { Resize = false, ReadOnly = true }) },
        { """{"type":"resize","columns":80,"rows":24}""", AttachCodec.Resize(80, 24) },
        { """{"type":"credit"}""", AttachCodec.Credit },
        { """{"type":"repaint"}""", AttachCodec.Repaint },
    };

    [Theory, MemberData(nameof(Said))]
    public void What_a_viewer_says(string json, byte[] bytes)
    {
        Assert.Equal(json, Encoding.UTF8.GetString(bytes));
    }

    public static TheoryData<string, AttachMessage?> Heard { get; } = new()
    {
        {
            """{"type":"attached","session":"A","name":"n","title":"t","columns":80,"rows":24,"viewers":1}""",
            new AttachMessage.Attached("A", "n", "t", 80, 24, 1, null)
        },
        {
            """{"viewers":1,"exitCode":0,"type":"attached","session":"A","name":"n","title":"t","columns":80,"rows":24,"new":{}}""",
            new AttachMessage.Attached("A", "n", "t", 80, 24, 1, new SessionEnd(0, null))
        },
        { """{"type":"resized","columns":100,"rows":30}""", new AttachMessage.Resized(100, 30) },
        { """{"type":"title","title":"vim ä"}""", new AttachMessage.TitleChanged("vim ä") },
        { """{"type":"viewers","count":2}""", new AttachMessage.ViewersChanged(2) },
        { """{"type":"alert","id":"11","source":"key","message":"boom"}""", new AttachMessage.AlertRaised("11", "key", "boom") },
        { """{"type":"ended","exitCode":3}""", new AttachMessage.Ended(new SessionEnd(3, null)) },
        { """{"type":"ended","signal":"SIGKILL"}""", new AttachMessage.Ended(new SessionEnd(null, "SIGKILL")) },
        { """{"type":"restarted"}""", new AttachMessage.Restarted() },
        { """{"type":"coprocess","command":"cat"}""", new AttachMessage.CoprocessChanged("cat") },
        { """{"type":"coprocess"}""", new AttachMessage.CoprocessChanged(null) },
        { """{"type":"of a newer host","command":"cat"}""", null },
    };

    [Theory, MemberData(nameof(Heard))]
    public void What_a_viewer_hears(string json, AttachMessage? message)
    {
        Assert.Equal(message, AttachCodec.Read(Encoding.UTF8.GetBytes(json)));
    }

    [Theory]
    [InlineData("[]", "a message of Array, not an object")]
    [InlineData("{}", "`type` is missing or no text")]
    [InlineData("""{"type":7}""", "`type` is missing or no text")]
    [InlineData("""{"type":"title"}""", "`title` is missing or no text")]
    [InlineData("""{"type":"resized","columns":"80","rows":24}""", "`columns` is missing or no number")]
    [InlineData("""{"type":"viewers","count":1.5}""", "`count` is missing or no number")]
    [InlineData("""{"type":"coprocess","command":1}""", "`command` is missing or no text")]
    [InlineData("""{"type":"ended"}""", "`ended` says neither exitCode nor signal")]
    public void What_makes_no_sense_is_refused_with_the_member(string json, string complaint)
    {
        Assert.Equal(complaint, Assert.Throws<JsonException>(() => AttachCodec.Read(Encoding.UTF8.GetBytes(json))).Message);
    }
}
