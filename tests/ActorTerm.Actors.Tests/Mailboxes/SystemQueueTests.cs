namespace ActorTerm.Actors.Tests.Mailboxes;

public class SystemQueueTests
{
    [Fact]
    public void All_is_taken_at_once_oldest_first()
    {
        var queue = default(SystemQueue);
        var sent = new SystemMessage[] { new Suspend(), new Resume(null), new StopNow() };
        Assert.Null(queue.TakeAll());

        foreach (var message in sent) queue.Push(message);
        Assert.True(queue.HasMail);
        var taken = new List<SystemMessage>();
        for (var message = queue.TakeAll(); message is not null; message = message.Next) taken.Add(message);

        Assert.Equal(sent, taken);
        Assert.False(queue.HasMail);
    }
}
