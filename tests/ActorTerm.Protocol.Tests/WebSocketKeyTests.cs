namespace ActorTerm.Protocol.Tests;

public sealed class WebSocketKeyTests
{
    [Fact]
    public void The_answer_to_the_rfcs_key_is_the_rfcs() =>
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", WebSocketKey.Accept("dGhlIHNhbXBsZSBub25jZQ=="));   // RFC 6455, section 1.3
}
