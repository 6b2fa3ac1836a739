using ActorTerm.Api.Attach;
using ActorTerm.Runtime.Sessions;

namespace ActorTerm.Api.Tests.Attach;

public class ViewerQueueTests
{
    private static readonly SessionsProtocol.TitleNews News = new("vim");

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void At_the_bound_a_text_is_refused(int bound)
    {
        var queue = new ViewerQueue(maxTexts: bound);

        var taken = 0;
        while (queue.TrySay(News)) taken++;

        Assert.Equal(bound, taken);
        Assert.Null(queue.Reason);               // to say why is for the one who spoke
    }

    [Fact]
    public void A_frame_that_finds_no_room_lets_the_viewer_go()
    {
        var queue = new ViewerQueue(maxTexts: 2);
        queue.TrySay(News);
        queue.TrySay(News);

        queue.Draw("frame"u8.ToArray());

        Assert.Equal("too slow", queue.Reason);
        Assert.True(queue.Closed.IsCancellationRequested);
    }
}
