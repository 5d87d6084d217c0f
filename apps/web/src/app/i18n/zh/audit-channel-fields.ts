/** What fields of channels and of what people choose to be sent are called in the audit trail. */
export const channelFields = {
  host: '服务器',
  port: '端口',
  security: '安全方式',
  user: '登录名',
  origin: '地址（主机）',
  signed: '签名',
  locale: '语言',
  topics: '通知类型',
  secretsChanged: '更换的密码或密钥',
  deliveryId: '消息编号',
  deliveries: '重发条数',
  email: '邮箱',
  mode: '接收方式',
};
